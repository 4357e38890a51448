/// What must hold on every path of every runbook, whatever is made up.
struct PathInvariants {
  private let plan: RunbookPlan
  private let steps: [String: PlannedStep]
  /// The id of the step whose runbook a step stands in.
  private let callers: [String: String]
  private let positions: [String: Int]

  init(_ plan: RunbookPlan) {
    self.plan = plan
    let all = plan.allSteps
    steps = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    positions = Dictionary(all.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var callers: [String: String] = [:]
    for step in all {
      guard case .runbook(let sub) = step.kind else { continue }
      for inner in sub.steps { callers[inner.id] = step.id }
    }
    self.callers = callers
  }

  /// What does not hold on a path, one phrase each.
  func problems(in records: [JournalRecord], _ verdict: JournalVerdict) -> [String] {
    var problems: [String] = []
    if verdict.integrity != .sound || verdict.completeness != .complete {
      problems.append("the journal does not verify")
    }
    problems += undoProblems(in: records) + endProblems(in: records) + cleanUpProblems(in: records)
    return problems
  }

  /// What is taken back is exactly what was done, the last first.
  private func undoProblems(in records: [JournalRecord]) -> [String] {
    var state = RunState([])
    var wanted: [String]?
    var begun: [String] = []
    for record in records {
      switch record.event {
      case .undoBegin: wanted = state.doneInOrder.reversed().filter(hasUndo)
      case .stepIntent(let intent): if intent.part == .undo { begun.append(intent.step) }
      default: break
      }
      state.take(record.event)
    }
    guard let wanted else { return begun.isEmpty ? [] : ["something is taken back without a beginning"] }
    guard begun.elementsEqual(wanted.prefix(begun.count)) else {
      return ["taken back is \(begun.joined(separator: ", ")), and not \(wanted.joined(separator: ", "))"]
    }
    return []
  }

  private func hasUndo(_ key: String) -> Bool {
    let parts = StepKey(key)
    guard let step = steps[parts.id], step.undo != nil, step.loop == nil || parts.item != nil else { return false }
    return isMain(step.id)
  }

  private func isMain(_ id: String) -> Bool {
    var id = id
    while let caller = callers[id] { id = caller }
    return steps[id]?.phase == .main
  }

  /// After a step that ends its runbook none of that runbook is carried out.
  private func endProblems(in records: [JournalRecord]) -> [String] {
    var state = RunState([])
    var ended: [(step: PlannedStep, item: String?)] = []
    var problems: [String] = []
    for record in records {
      state.take(record.event)
      if case .undoBegin = record.event { break }
      guard let key = record.event.carriesOut else { continue }
      let parts = StepKey(key)
      guard let step = steps[parts.id], step.phase == .main, isMain(step.id) else { continue }
      for end in ended where callers[end.step.id] == callers[step.id] && end.item == parts.item {
        if let last = positions[end.step.id], let here = positions[step.id], here > last,
          step.parallel == nil || step.parallel != end.step.parallel
        {
          problems.append("'\(key)' is carried out after the end '\(end.step.id)'")
        }
      }
      if step.isEnd, state[key] == .done, step.loop == nil || parts.item == nil { ended.append((step, parts.item)) }
    }
    return problems
  }

  /// Every step of the clean-up has its turn, unless the run was only laid aside.
  private func cleanUpProblems(in records: [JournalRecord]) -> [String] {
    let state = RunState(records)
    guard let result = state.end?.result, result != .stopped, result != .interrupted, !state.steps.isEmpty else {
      return []
    }
    // Where a person stops in the middle of it, the end says what is left.
    let left = state.end?.cleanUpLeft ?? []
    return plan.steps.filter { $0.phase == .cleanUp && state[$0.id] == .pending && !left.contains($0.id) }.map {
      "the clean-up '\($0.id)' had no turn"
    }
  }
}

extension JournalEvent {
  /// The key of the step that is carried out with it.
  fileprivate var carriesOut: String? {
    switch self {
    case .stepIntent(let intent): intent.part == .action ? intent.step : nil
    case .stepOutcome(let ended): ended.part == .action || ended.part == .check ? ended.step : nil
    case .stepBranched(let branched): branched.step
    case .gate(let answer): answer.step
    case .stepJoined(let joined): joined.step
    default: nil
    }
  }
}
