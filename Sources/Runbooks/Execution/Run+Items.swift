extension Run {
  /// What came of a loop's items.
  private struct Items {
    var keys: [String]
    var succeeded: [String] = []
    var failed: [String] = []
    /// Where an item wants the run to go, away from the loop.
    var away: Flow?

    var notRun: [String] {
      let begun = Set(succeeded + failed)
      return keys.filter { !begun.contains($0) }
    }
  }

  /// Takes a step once for each item, so many at a time, until too many have failed.
  func takeLoop(_ step: PlannedStep, _ scope: StepScope) async throws -> Flow {
    guard let loop = step.loop else { return .goOn }
    let items: [String]
    do {
      items = try fill(item: nil) { filler in loop.items.flatMap { filler.words($0) } }
    } catch {
      return try await refuse(step, scope, because: error.reason)
    }
    guard Set(items).count == items.count else {
      return try await refuse(step, scope, because: "an item stands twice among \(items.joined(separator: ", "))")
    }
    if !options.assumesYes, !scope.isAsked, step.work != nil {
      if case .flow(let flow) = try await decide(step, scope, verb: "runs it for all \(items.count)") { return flow }
    }
    var inside = scope
    inside.isAsked = scope.isAsked || step.work != nil
    inside.isBeside = scope.isBeside || loop.concurrency > 1
    // What failed in a loop that has come to its end before is tried again together with what was not begun.
    if case .notMet = state[scope.key(of: step)] { inside.retriesFailed = true }
    inside.retriesFailed = inside.retriesFailed || options.retriesFailed
    while true {
      let ended = try await take(step, over: items, inside)
      if let away = ended.away { return away }
      let held = try join(step, ended, scope)
      if held { return after(step) }
      switch try await conclude(step, scope, failedIn: ended.failed.first) {
      case .flow(let flow): return flow
      case .run: inside.retriesFailed = true
      }
    }
  }

  private func take(_ step: PlannedStep, over items: [String], _ scope: StepScope) async throws -> Items {
    guard let loop = step.loop else { return Items(keys: []) }
    var one = step
    one.loop = nil
    one.onFailure = .stop
    one.isEnd = false
    let body = one
    var inside = scope
    // The loop as a whole decides what follows when an item fails.
    inside.isCaught = true
    let scopes = items.map { item in
      var scope = inside
      scope.item = item
      return scope
    }
    var ended = Items(keys: scopes.map { $0.key(of: step) })
    var next = 0
    if loop.hasCanary, let canary = scopes.first {
      note(try await take(body, canary), of: ended.keys[0], in: &ended)
      next = 1
      guard ended.failed.isEmpty else { return ended }
    }
    return try await withThrowingTaskGroup(of: (String, Flow).self) { group in
      var running = 0
      while true {
        while running < max(1, loop.concurrency), next < scopes.count, ended.away == nil, !Task.isCancelled,
          !loop.errors.isExceeded(by: ended.failed.count, of: items.count)
        {
          let (scope, key) = (scopes[next], ended.keys[next])
          group.addTask { (key, try await self.take(body, scope)) }
          (next, running) = (next + 1, running + 1)
        }
        guard let (key, flow) = try await group.next() else { break }
        running -= 1
        note(flow, of: key, in: &ended)
      }
      if Task.isCancelled, ended.away == nil, next < scopes.count {
        ended.away = .leave(.interrupted, step: ended.keys[next])
      }
      return ended
    }
  }

  private nonisolated func note(_ flow: Flow, of key: String, in ended: inout Items) {
    switch flow {
    case .goOn, .endOfPhase: ended.succeeded.append(key)
    case .failed, .jump: ended.failed.append(key)
    case .leave, .undo: ended.away = ended.away ?? flow
    }
  }

  /// Brings a loop's items together again: what they have captured, in their order, and whether enough went well.
  private func join(_ step: PlannedStep, _ ended: Items, _ scope: StepScope) throws -> Bool {
    let failed = Set(ended.failed)
    let succeeded = Set(ended.succeeded)
    let notRun = ended.notRun
    let isTooMuch = step.loop?.errors.isExceeded(by: failed.count, of: ended.keys.count) ?? false
    let held = notRun.isEmpty && !isTooMuch
    let joined = JournalEvent.stepJoined(
      .init(
        step: scope.key(of: step), succeeded: ended.keys.filter(succeeded.contains),
        failed: ended.keys.filter(failed.contains), notRun: notRun, held: held))
    for inner in RunbookPlan.flat([step]) where !inner.captures.isEmpty {
      let items = ended.keys.compactMap { StepKey($0).item }
      var values: [String: String] = [:]
      for name in inner.captures.map(\.name) {
        values[name] = items.compactMap { state.captured["\(inner.id)[\($0)]"]?[name] }.joined(separator: "\n")
      }
      try record(.stepCaptured(.init(step: inner.id, values: values)))
    }
    try record(joined)
    dialogue.tell("\(scope.key(of: step)): \(succeeded.count) done, \(failed.count) failed, \(notRun.count) not begun")
    return held
  }

  private func refuse(_ step: PlannedStep, _ scope: StepScope, because reason: String) async throws -> Flow {
    let reason = redactor.redact(reason)
    try record(.stepAsserted(.init(step: scope.key(of: step), part: .action, held: false, reason: reason)))
    dialogue.tell("\(reason).")
    switch try await conclude(step, scope) {
    case .flow(let flow): return flow
    case .run: return try await takeLoop(step, scope)
    }
  }

  /// Whether items of a loop failed that is done as a whole.
  func hasFailedItems(_ step: PlannedStep) -> Bool {
    state.steps.keys.contains { key in
      let parts = StepKey(key)
      return parts.item != nil && parts.id == step.id && isFailure(key)
    }
  }
}
