/// What a journal says about each step: where a run stands.
public struct RunState: Sendable, Hashable {
  /// What became of a step.
  public enum Step: Sendable, Hashable {
    /// It has not been started.
    case pending
    /// It was done.
    case done
    /// It was left out.
    case skipped(reason: String)
    /// It ended with an error of its own.
    case failed(ScriptOutcome)
    /// It was started and nobody saw it end: a crash, an interruption, or the end of its time.
    case unknown(Open)
  }

  /// A step that was started and has no known end.
  public struct Open: Sendable, Hashable {
    /// Its process, if one was journaled.
    public var process: ProcessIdentity?
    /// Whether it may have begun before its process was journaled.
    public var usesTerminal: Bool
    /// Whether it is done only when its check says so.
    public var hasCheck: Bool
    /// How its process ended, if that is known.
    public var outcome: ScriptOutcome?
  }

  /// The state of each step that the journal mentions.
  public private(set) var steps: [String: Step] = [:]
  /// How often each step was started.
  public private(set) var attempts: [String: Int] = [:]
  /// How the run began; nothing for a journal without a sound first line.
  public private(set) var start: JournalEvent.RunStart?
  /// When it began.
  public private(set) var startTime: String?
  /// How it ended last; nothing while it runs, or after a crash.
  public private(set) var end: JournalEvent.RunEnd?
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

  /// Takes note of one more event.
  mutating func take(_ event: JournalEvent) {
    switch event {
    case .runStart(let start): self.start = start
    case .runResume: end = nil
    case .runEnd(let end): self.end = end
    case .stepIntent(let intent):
      attempts[intent.step] = intent.attempt
      steps[intent.step] = .unknown(Open(usesTerminal: intent.usesTerminal, hasCheck: intent.hasCheck))
    case .stepSpawned(let spawned):
      guard case .unknown(var open) = self[spawned.step] else { return }
      open.process = spawned.process
      steps[spawned.step] = .unknown(open)
    case .stepOutcome(let ended): take(ended)
    case .stepCheck(let check): steps[check.step] = check.outcome.result == .succeeded ? .done : .failed(check.outcome)
    case .stepSettled(let settled): steps[settled.step] = settled.decision == .done ? .done : .pending
    case .stepSkipped(let skipped): steps[skipped.step] = .skipped(reason: skipped.reason)
    case .gate(let answer): if answer.passed { steps[answer.step] = .done }
    }
  }

  private mutating func take(_ ended: JournalEvent.StepOutcome) {
    guard case .unknown(var open) = self[ended.step] else { return }
    open.outcome = ended.outcome
    switch ended.outcome.result {
    case .succeeded: steps[ended.step] = open.hasCheck ? .unknown(open) : .done
    case .failed: steps[ended.step] = .failed(ended.outcome)
    case .timedOut, .interrupted: steps[ended.step] = .unknown(open)
    }
  }
}
