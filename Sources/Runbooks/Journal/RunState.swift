/// What a journal says about each step: where a run stands.
///
/// A step is named by its key: its id, and in a loop `id[item]`.
public struct RunState: Sendable, Hashable {
  /// What became of a step, or of its undo.
  public enum Step: Sendable, Hashable {
    /// It has not been started.
    case pending
    /// It was done.
    case done
    /// It was left out.
    case skipped(reason: String)
    /// It ended with an error of its own.
    case failed(ScriptOutcome)
    /// Conditions it depends on did not hold, or too much of it failed.
    case notMet(reason: String)
    /// It was started and nobody saw it end: a crash, an interruption, or the end of its time.
    case unknown(Open)
    /// It was done, and taken back.
    case undone
  }

  /// A process that was started for a step and has no known end.
  public struct Open: Sendable, Hashable {
    /// Its process, if one was journaled.
    public var process: ProcessIdentity?
    /// Whether it may have begun before its process was journaled.
    public var usesTerminal: Bool
    /// Whether it is done only when what verifies it says so.
    public var hasCheck: Bool
    /// Whether the runbook says that it may be run again without harm.
    public var isIdempotent = false
    /// Whether it runs on a host.
    public var isRemote = false
    /// How its process ended, if that is known.
    public var outcome: ScriptOutcome?
  }

  /// One process of one step.
  public struct Place: Sendable, Hashable, Comparable {
    /// The step's key.
    public var step: String
    /// Which of its processes.
    public var part: StepPart

    /// Names a process of a step.
    ///
    /// - Parameters:
    ///   - step: The step's key.
    ///   - part: Which of its processes.
    public init(_ step: String, _ part: StepPart) {
      self.step = step
      self.part = part
    }

    /// By step, then by part.
    public static func < (left: Place, right: Place) -> Bool {
      (left.step, left.part.rawValue) < (right.step, right.part.rawValue)
    }
  }

  /// The state of each step that the journal mentions.
  public private(set) var steps: [String: Step] = [:]
  /// The state of each undo that the journal mentions, by the key of the step it takes back.
  public private(set) var undos: [String: Step] = [:]
  /// The keys of the steps that are done, in the order in which they became so; its reverse is the order of undoing.
  public private(set) var doneInOrder: [String] = []
  /// Every process that was started and not seen to end, guards and checks included.
  public private(set) var open: [Place: Open] = [:]
  /// How often each process was started.
  public private(set) var attempts: [Place: Int] = [:]
  /// The values that were captured, by name; the last one counts.
  ///
  /// Those of a loop's items are not among them.
  public private(set) var captures: [String: String] = [:]
  /// The values that were captured, by the key of the step that gave them.
  public private(set) var captured: [String: [String: String]] = [:]
  /// Where branches and jumps lead, by the key of the step that they leave.
  public private(set) var next: [String: String] = [:]
  /// The keys of the steps that were done before the run had last failed and was taken up again.
  public private(set) var doneBeforeResume: Set<String> = []
  /// How the run began; nothing for a journal without a sound first line.
  public private(set) var start: JournalEvent.RunStart?
  /// When it began.
  public private(set) var startTime: String?
  /// How it ended last; nothing while it runs, or after a crash.
  public private(set) var end: JournalEvent.RunEnd?
  /// What is being taken back; nothing before that begins and after it has come to its end.
  public private(set) var undoing: JournalEvent.UndoBegin?
  /// What came of taking back; nothing before that.
  public private(set) var undoEnd: JournalEvent.UndoEnd?
  /// The last look at the steady state, by when it was looked at.
  public private(set) var steady: [JournalEvent.SteadyState.Moment: JournalEvent.SteadyState] = [:]
  /// Whether the steady state failed to hold at any look between two steps.
  public private(set) var deviatedMeanwhile = false
  /// What decides what the run does: as it was started, or as a person last accepted it.
  public private(set) var closure: RunClosure?
  /// What approvals were asked for last, by the step's key.
  public private(set) var asked: [String: JournalEvent.ApprovalAsked] = [:]
  /// When the last record was written.
  public private(set) var lastTime: String?

  /// Goes through a journal.
  public init(_ records: [JournalRecord]) {
    for record in records {
      lastTime = record.time
      if record.number == 1 { startTime = record.time }
      take(record.event)
    }
  }

  /// The state of a step.
  public subscript(_ step: String) -> Step { steps[step] ?? .pending }

  /// How often a part of a step was started.
  ///
  /// - Parameters:
  ///   - step: The step's key.
  ///   - part: Which of its processes.
  /// - Returns: The number of starts in this run.
  public func attempts(of step: String, _ part: StepPart = .action) -> Int { attempts[Place(step, part)] ?? 0 }

  /// The processes of which something may still be there: those not seen to end, and those that were ended from outside.
  public var processes: [(place: Place, process: ProcessIdentity)] {
    var found = open
    for (part, states) in [(StepPart.action, steps), (.undo, undos)] {
      for (step, state) in states {
        if case .unknown(let open) = state { found[Place(step, part)] = open }
      }
    }
    return found.sorted { $0.key < $1.key }.compactMap { place, open in open.process.map { (place, $0) } }
  }

  /// Takes note of one more event.
  mutating func take(_ event: JournalEvent) {
    switch event {
    case .runStart(let start):
      self.start = start
      closure = start.closure
    case .runResume(let resume):
      if end?.result == .failed { doneBeforeResume = Set(doneInOrder) }
      if let drift = resume.drift { closure = drift.closure }
      end = nil
    case .runEnd(let end): self.end = end
    case .stepIntent(let intent): take(intent)
    case .stepSpawned(let spawned): take(spawned)
    case .stepCaptured(let captured):
      self.captured[captured.step] = captured.values
      if !captured.step.hasSuffix("]") { captures.merge(captured.values) { $1 } }
    case .stepOutcome(let ended): take(ended)
    case .stepAsserted(let asserted): take(asserted)
    case .stepJoined(let joined):
      let all = joined.succeeded.count + joined.failed.count + joined.notRun.count
      set(joined.step, joined.held ? .done : .notMet(reason: "\(joined.failed.count) of \(all) failed"))
    case .stepSettled(let settled): take(settled)
    case .stepSkipped(let skipped): set(skipped.step, .skipped(reason: skipped.reason))
    case .stepBranched(let branched):
      next[branched.step] = branched.next
      set(branched.step, .done)
    case .stepJumped(let jumped): next[jumped.step] = jumped.next
    case .gate(let answer): if answer.passed { set(answer.step, .done) }
    case .undoBegin(let begin): undoing = begin
    case .undoEnd(let end):
      undoing = nil
      undoEnd = end
    case .steady(let look):
      steady[look.moment] = look
      if look.moment == .during, !look.held { deviatedMeanwhile = true }
    // The runbook's own words were shown: that is all such a step does.
    case .note(let note): if note.by == nil, let step = note.step { set(step, .done) }
    case .approvalAsked(let asked): self.asked[asked.step] = asked
    case .lock, .approvalGiven: break
    }
  }

  private mutating func set(_ step: String, _ state: Step) {
    // What is taken back was done last: found at once, from the end.
    if steps[step] == .done, let place = doneInOrder.lastIndex(of: step) { doneInOrder.remove(at: place) }
    if state == .done { doneInOrder.append(step) }
    doneBeforeResume.remove(step)
    steps[step] = state
  }

  private mutating func take(_ intent: JournalEvent.StepIntent) {
    let open = Open(
      usesTerminal: intent.usesTerminal, hasCheck: intent.hasCheck, isIdempotent: intent.isIdempotent,
      isRemote: intent.host != nil)
    let place = Place(intent.step, intent.part)
    attempts[place] = intent.attempt
    self.open[place] = open
    if intent.part == .action { set(intent.step, .unknown(open)) }
    if intent.part == .undo { undos[intent.step] = .unknown(open) }
  }

  private mutating func take(_ spawned: JournalEvent.StepSpawned) {
    let place = Place(spawned.step, spawned.part)
    guard var open = open[place] else { return }
    open.process = spawned.process
    self.open[place] = open
    if spawned.part == .action { set(spawned.step, .unknown(open)) }
    if spawned.part == .undo { undos[spawned.step] = .unknown(open) }
  }

  private mutating func take(_ ended: JournalEvent.StepOutcome) {
    guard var open = open.removeValue(forKey: Place(ended.step, ended.part)) else { return }
    open.outcome = ended.outcome
    switch ended.part {
    case .action: set(ended.step, Self.state(after: open, ended.outcome))
    case .undo: setUndo(ended.step, Self.state(after: open, ended.outcome))
    case .check: if let state = Self.state(self[ended.step], checkedBy: ended.outcome) { set(ended.step, state) }
    case .undoCheck:
      if let state = Self.state(undos[ended.step], checkedBy: ended.outcome) { setUndo(ended.step, state) }
    case .precondition, .require: if ended.outcome.result != .succeeded { set(ended.step, .failed(ended.outcome)) }
    case .skipIf, .onlyIf, .steady, .shell: break
    }
  }

  private mutating func take(_ asserted: JournalEvent.StepAsserted) {
    switch asserted.part {
    case .action: set(asserted.step, asserted.held ? .done : .notMet(reason: asserted.reason))
    case .precondition, .require, .check:
      if !asserted.held { set(asserted.step, .notMet(reason: asserted.reason)) }
    case .skipIf, .onlyIf, .undo, .undoCheck, .steady, .shell: break
    }
  }

  private mutating func take(_ settled: JournalEvent.StepSettled) {
    open[Place(settled.step, settled.part)] = nil
    switch settled.part {
    case .action: set(settled.step, settled.decision == .done ? .done : .pending)
    case .undo: setUndo(settled.step, settled.decision == .done ? .done : .pending)
    case .check, .precondition, .skipIf, .onlyIf, .require, .undoCheck, .steady, .shell: break
    }
  }

  private mutating func setUndo(_ step: String, _ state: Step) {
    undos[step] = state
    if state == .done { set(step, .undone) }
  }

  /// What an action's own end says about it.
  private static func state(after open: Open, _ outcome: ScriptOutcome) -> Step {
    switch outcome.result {
    case .succeeded: open.hasCheck ? .unknown(open) : .done
    // With 255 ssh says that the connection failed; what ran on the host may have come to its end, or still be at it.
    case .failed: open.isRemote && outcome.exitCode == 255 ? .unknown(open) : .failed(outcome)
    case .timedOut, .interrupted: .unknown(open)
    }
  }

  /// What a check says about what was left open; nothing where nothing was, or where it was interrupted itself.
  private static func state(_ state: Step?, checkedBy outcome: ScriptOutcome) -> Step? {
    guard case .unknown = state, outcome.result != .interrupted else { return nil }
    return outcome.result == .succeeded ? .done : .failed(outcome)
  }
}
