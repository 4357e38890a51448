/// Goes through a journal and sorts its lines by step.
struct AccountCollector {
  private let planned: [PlannedStep]
  private let stepsByID: [String: PlannedStep]
  private let probes: [String: PlannedText]
  private let inputs: [String: String]
  private var order: [String] = []
  private var steps: [String: StepAccount] = [:]
  private var open: [RunState.Place: Int] = [:]
  private(set) var looks: [SteadyLook] = []
  private(set) var undos: [UndoAccount] = []
  private(set) var notes: [StepAccount.Decision] = []

  /// Starts with the plan's steps, none of them begun.
  init(plan: RunbookPlan, inputs: [String: String]) {
    planned = plan.allSteps
    stepsByID = Dictionary(planned.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    probes = Dictionary(
      (plan.steadyState?.probes ?? []).map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    self.inputs = inputs
    for step in planned { add(step.id) }
  }

  /// The steps in the plan's order, items behind their loop; then those the plan does not have.
  func finished(_ state: RunState) -> [StepAccount] {
    let ranks = Dictionary(planned.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = order.enumerated().sorted { left, right in
      let ranked = (ranks[StepKey(left.element).id] ?? .max, ranks[StepKey(right.element).id] ?? .max)
      return ranked.0 == ranked.1 ? left.offset < right.offset : ranked.0 < ranked.1
    }
    return ordered.compactMap { _, key in
      guard var step = steps[key] else { return nil }
      step.outcome = Self.phrase(state[key])
      return step
    }
  }

  /// Takes the next line.
  mutating func take(_ record: JournalRecord) {
    switch record.event {
    case .stepIntent(let intent): begin(intent, at: record.time)
    case .stepOutcome(let ended):
      if let index = open.removeValue(forKey: RunState.Place(ended.step, ended.part)) {
        steps[ended.step]?.processes[index].outcome = ended.outcome
      }
    case .stepCaptured(let captured):
      for (name, value) in captured.values.sorted(by: { $0.key < $1.key }) {
        change(captured.step) { $0.captures.append(.init(name: name, value: value)) }
      }
    case .approvalGiven(let given):
      change(given.step) { $0.approvals.append(given) }
      decide(given.step, record)
    case .steady(let state): looks.append(SteadyLook(time: record.time, state: state))
    case .undoBegin(let begin): undos.append(UndoAccount(time: record.time, begin: begin))
    case .undoEnd(let end): if let last = undos.indices.last { undos[last].end = end }
    case .note(let note):
      let remark = StepAccount.Decision(time: record.time, sentence: note.text)
      if let step = note.step { change(step) { $0.decisions.append(remark) } } else { notes.append(remark) }
    case .stepAsserted(let event): decide(event.step, record)
    case .stepJoined(let event): decide(event.step, record)
    case .stepSettled(let event): decide(event.step, record)
    case .stepSkipped(let event): decide(event.step, record)
    case .stepBranched(let event): decide(event.step, record)
    case .stepJumped(let event): decide(event.step, record)
    case .gate(let event): decide(event.step, record)
    case .approvalAsked(let event): decide(event.step, record)
    case .runStart, .runResume, .runEnd, .lock, .stepSpawned: break
    }
  }

  private mutating func begin(_ intent: JournalEvent.StepIntent, at time: String) {
    change(intent.step) { step in
      step.waitedMilliseconds += intent.waitedMilliseconds ?? 0
      step.processes.append(
        ProcessAccount(
          part: intent.part, attempt: intent.attempt, time: time, command: intent.command, host: intent.host))
    }
    open[RunState.Place(intent.step, intent.part)] = (steps[intent.step]?.processes.count ?? 1) - 1
  }

  private mutating func decide(_ key: String, _ record: JournalRecord) {
    change(key) { step in
      step.waitedMilliseconds += record.event.waitedMilliseconds ?? 0
      step.decisions.append(.init(time: record.time, sentence: record.event.description))
    }
  }

  private mutating func change(_ key: String, _ body: (inout StepAccount) -> Void) {
    if steps[key] == nil { add(key) }
    guard var step = steps[key] else { return }
    body(&step)
    steps[key] = step
  }

  private mutating func add(_ key: String) {
    let step = stepsByID[StepKey(key).id]
    var values = Dictionary(inputs.map { (Reference.input($0.key), $0.value) }, uniquingKeysWith: { $1 })
    values[.item] = StepKey(key).item
    order.append(key)
    steps[key] = StepAccount(
      key: key, title: (step?.title ?? probes[key])?.filled(with: values) ?? key,
      kind: step?.kind.word ?? (probes[key] == nil ? "unknown" : "steady state"))
  }

  private static func phrase(_ state: RunState.Step) -> String {
    switch state {
    case .pending: "not begun"
    case .done: "done"
    case .skipped(let reason): "skipped: \(reason)"
    case .failed(let outcome): outcome.description
    case .notMet(let reason): "not met: \(reason)"
    case .unknown(let open):
      switch open.outcome {
      case nil: "not known: nobody saw it end"
      case let outcome? where outcome.result == .succeeded: "not known: its check was not run"
      case let outcome?: "not known: \(outcome.description)"
      }
    case .undone: "done, then taken back"
    }
  }
}
