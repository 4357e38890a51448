extension Run {
  /// Takes steps in their order, groups of neighbours together, past those that a jump leaves out.
  func walk(_ steps: [PlannedStep], _ scope: StepScope) async throws -> Flow {
    var index = steps.startIndex
    while index < steps.endIndex {
      let group = Self.group(in: steps, from: index)
      let flow =
        group.count == 1
        ? try await take(steps[index], scope) : try await takeTogether(steps[group], scope)
      switch flow {
      case .goOn: index = group.upperBound
      case .jump(let target):
        // A step that is not further down here is one of the runbook that calls this one.
        let next = steps[group.upperBound...].firstIndex { $0.id == target }
        try skip(steps[group.upperBound..<(next ?? steps.endIndex)], for: target, scope)
        guard let next else { return flow }
        index = next
      case .endOfPhase, .failed, .leave, .undo: return flow
      }
    }
    return .goOn
  }

  /// The neighbours that run together with a step; itself alone where it has none.
  private static func group(in steps: [PlannedStep], from index: Int) -> Range<Int> {
    guard let name = steps[index].parallel else { return index..<(index + 1) }
    let end = steps[index...].firstIndex { $0.parallel != name } ?? steps.endIndex
    return index..<end
  }

  private func skip(_ steps: ArraySlice<PlannedStep>, for target: String, _ scope: StepScope) throws {
    for step in steps where state[scope.key(of: step)] == .pending {
      try record(
        .stepSkipped(.init(step: scope.key(of: step), by: .jump, reason: "the run went on at '\(target)'")))
    }
  }

  /// Takes neighbours at the same time, and goes on when all have come to their end.
  private func takeTogether(_ steps: ArraySlice<PlannedStep>, _ scope: StepScope) async throws -> Flow {
    var inside = scope
    inside.isBeside = true
    let open = steps.filter { !isOver(scope.key(of: $0)) }
    if let first = open.first, !options.assumesYes, !scope.isAsked {
      dialogue.tell("At the same time: \(open.map(\.id).joined(separator: ", "))")
      if case .flow(let flow) = try await decide(first, scope, verb: "runs them all") {
        guard case .goOn = flow else { return flow }
      }
    }
    inside.isAsked = true
    var flows = try await flows(of: Array(steps), inside)
    try joinTogether(steps, scope)
    for (index, step) in steps.enumerated() {
      guard case .failed = flows[index] else { continue }
      flows[index] = try await afterJoin(step, flows[index], scope)
    }
    return Self.first(of: flows)
  }

  private func flows(of steps: [PlannedStep], _ scope: StepScope) async throws -> [Flow] {
    try await withThrowingTaskGroup(of: (Int, Flow).self) { group in
      for (index, step) in steps.enumerated() {
        group.addTask { (index, try await self.take(step, scope)) }
      }
      var flows = [Flow](repeating: .goOn, count: steps.count)
      for try await (index, flow) in group { flows[index] = flow }
      return flows
    }
  }

  private func joinTogether(_ steps: ArraySlice<PlannedStep>, _ scope: StepScope) throws {
    let keys = steps.map { scope.key(of: $0) }
    let failed = keys.filter(isFailure)
    let notRun = keys.filter { state[$0] == .pending }
    let name = "parallel(\(steps.first?.parallel ?? ""))"
    try record(
      .stepJoined(
        .init(
          step: scope.item.map { "\(name)[\($0)]" } ?? name, succeeded: keys.filter(isOver), failed: failed,
          notRun: notRun, held: failed.isEmpty && notRun.isEmpty)))
  }

  /// What follows the failure of one of several, now that a person can be asked about it.
  private func afterJoin(_ step: PlannedStep, _ flow: Flow, _ scope: StepScope) async throws -> Flow {
    guard terminal.isInteractive, !scope.isCaught, !scope.isBeside, !Task.isCancelled else { return flow }
    terminal.show("\nStep '\(scope.key(of: step))' has failed.")
    switch try await decide(step, scope, after: true) {
    case .flow(let flow): return flow
    case .run:
      var again = scope
      again.isAsked = true
      return try await take(step, again)
    }
  }

  /// Where several lead that have ended: first of all away, then nowhere, then where the first of them leads.
  private static func first(of flows: [Flow]) -> Flow {
    for flow in flows { if case .leave(.interrupted, _) = flow { return flow } }
    for flow in flows {
      switch flow {
      case .leave, .undo: return flow
      case .goOn, .jump, .endOfPhase, .failed: continue
      }
    }
    for flow in flows { if case .failed = flow { return flow } }
    return flows.first { $0 != .goOn } ?? .goOn
  }

  /// Whether a step was done or left out.
  func isOver(_ key: String) -> Bool {
    switch state[key] {
    case .done, .skipped: true
    case .pending, .undone, .failed, .notMet, .unknown: false
    }
  }

  /// Whether a step was begun and not done.
  func isFailure(_ key: String) -> Bool {
    switch state[key] {
    case .failed, .notMet, .unknown: true
    case .pending, .undone, .done, .skipped: false
    }
  }
}
