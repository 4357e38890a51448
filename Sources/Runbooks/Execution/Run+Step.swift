extension Run {
  /// Takes a step its whole way: what the journal knows of it, its guards, what it does, what follows a failure.
  func take(_ step: PlannedStep, _ scope: StepScope) async throws -> Flow {
    let key = scope.key(of: step)
    if Task.isCancelled { return .leave(.interrupted, step: key) }
    if let flow = try await known(step, scope) { return flow }
    if let only = step.onlyIn, only != mode {
      try record(.stepSkipped(.init(step: key, by: .mode, reason: "it is for a \(only.rawValue) run only")))
      return .goOn
    }
    try locks?.show(step: redactor.redact(key))
    introduce(step, scope)
    if step.loop != nil, scope.item == nil { return try await takeLoop(step, scope) }
    // What only compares needs nobody's leave; what carries something out comes after the person's word.
    let (before, after) = guards(of: step)
    if let flow = try await look(at: before, of: step, scope) { return flow }
    var waited: Int?
    if step.work != nil, !options.assumesYes, !scope.isAsked {
      switch try await decide(step, scope) {
      case .run(let time): waited = time
      case .flow(let flow): return flow
      }
    }
    if let flow = try await look(at: after, of: step, scope) { return flow }
    return try await perform(step, scope, waited: waited)
  }

  /// Carries a step out, again for as long as a person wants it.
  private func perform(_ step: PlannedStep, _ scope: StepScope, waited: Int?) async throws -> Flow {
    var waited = waited
    while true {
      let inner: String
      switch try await act(step, scope, waited: waited) {
      case .done: return after(step)
      case .flow(let flow): return flow
      case .failed(let step): inner = step
      }
      switch try await conclude(step, scope, failedIn: inner) {
      case .run(let time): waited = time
      case .flow(let flow): return flow
      }
    }
  }

  /// Where a step leads that was done.
  func after(_ step: PlannedStep) -> Flow { step.isEnd ? .endOfPhase : .goOn }

  /// What follows a failure: as the step says, or as a person says.
  ///
  /// - Returns: Where to go, or that the step is to be tried again.
  func conclude(_ step: PlannedStep, _ scope: StepScope, failedIn inner: String? = nil) async throws -> Decision {
    let key = scope.key(of: step)
    switch step.onFailure {
    case .goOn: return .flow(after(step))
    case .jump(let target):
      if state.next[key] == nil {
        try record(.stepJumped(.init(step: key, next: target, byPerson: false, reason: "it failed")))
      }
      return .flow(.jump(target))
    case .stop:
      guard terminal.isInteractive, !scope.isCaught, !scope.isBeside, !Task.isCancelled else {
        return .flow(.failed(step: inner ?? key))
      }
      return try await decide(step, scope, after: true)
    }
  }

  /// Where a step leads whose end is in the journal; nothing where it is to be carried out.
  private func known(_ step: PlannedStep, _ scope: StepScope) async throws -> Flow? {
    let key = scope.key(of: step)
    let isAgain = scope.retriesFailed || options.retriesFailed
    switch state[key] {
    case .done:
      if step.phase == .cleanUp, state.doneBeforeResume.contains(key) { return nil }
      if isAgain, step.loop != nil, scope.item == nil, hasFailedItems(step) { return nil }
      return state.next[key].map { .jump($0) } ?? after(step)
    case .skipped: return state.next[key].map { .jump($0) } ?? .goOn
    case .pending, .undone: return nil
    case .notMet(let reason):
      if !isAgain, let flow = way(around: step, key, scope) { return flow }
      if !scope.isBeside { terminal.show("\nStep '\(key)' did not go on before: \(reason).") }
      return nil
    case .failed(let outcome):
      if !isAgain, isLastAttempt(step, key, outcome, scope), let flow = way(around: step, key, scope) { return flow }
      if !scope.isBeside { terminal.show("\nStep '\(key)' has not succeeded before: \(outcome.description).") }
      return nil
    case .unknown(let open):
      if let outcome = open.outcome, [.timedOut, .failed].contains(outcome.result), open.process?.isAlive != true,
        !isAgain, isLastAttempt(step, key, outcome, scope), let flow = way(around: step, key, scope)
      {
        return flow
      }
      switch try await settle(step, open, scope) {
      case .done: return after(step)
      case .again: return nil
      case .stop: return .leave(Task.isCancelled ? .interrupted : .stopped, step: key)
      }
    }
  }

  /// Where the run went on past a step that had failed; nothing where it did not go on.
  private func way(around step: PlannedStep, _ key: String, _ scope: StepScope) -> Flow? {
    if let next = state.next[key] { return .jump(next) }
    switch step.onFailure {
    case .goOn: return after(step)
    case .jump(let target): return .jump(target)
    // An item that has failed counts as such until its loop is tried again.
    case .stop: return scope.item == nil ? nil : .failed(step: key)
    }
  }

  private func isLastAttempt(
    _ step: PlannedStep, _ key: String, _ outcome: ScriptOutcome, _ scope: StepScope
  ) -> Bool {
    !retry(of: step, scope).allowsAnother(after: state.attempts(of: key), outcome)
  }

  /// How often a step is tried: as it says itself, or as the step says that called it.
  func retry(of step: PlannedStep, _ scope: StepScope) -> Retry {
    step.retry == Retry() ? scope.retry ?? step.retry : step.retry
  }

  /// Shows a step, what is not known yet as `<name>`; items and steps beside others are shown by what they write.
  private func introduce(_ step: PlannedStep, _ scope: StepScope) {
    let number = numbers[step.id] ?? 0
    terminal.take(.introduced(step: scope.key(of: step), number: number, of: numbers.count))
    guard !scope.isBeside else { return }
    let shown = try? fill(item: scope.item, missing: .standsOpen) { step.filled(with: &$0) }
    if let shown { dialogue.introduce(shown, number: number, of: numbers.count) }
  }
}
