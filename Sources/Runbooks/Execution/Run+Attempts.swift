extension Run {
  /// Tries a step as often as it says, with its pauses, within its time.
  func attempt(_ step: PlannedStep, _ scope: StepScope, waited: Int?) async throws -> StepEnd {
    let key = scope.key(of: step)
    let clock = options.clock
    let retry = retry(of: step, scope)
    let deadline = scope.earlier(scope.deadline, step.timeoutMilliseconds, from: clock.elapsed())
    var waited = waited
    for attempt in 1...max(1, retry.attempts) {
      if let end = try refuse(step, scope, ifAfter: deadline) { return end }
      let outcome: ScriptOutcome
      do {
        outcome = try await tryOnce(step, scope, deadline: deadline, waited: waited)
      } catch let unfilled as Unfilled {
        return try fail(key, because: unfilled.reason)
      }
      if outcome.result == .succeeded { return .done }
      if Task.isCancelled || outcome.result == .interrupted { return .flow(.leave(.interrupted, step: key)) }
      waited = nil
      guard retry.allowsAnother(after: attempt, outcome) else { break }
      let pause = retry.pause(after: attempt, share: clock.jitter())
      if let deadline, clock.elapsed() + pause >= deadline { break }
      dialogue.tell("\(key): attempt \(attempt + 1) of \(retry.attempts) in \(Milliseconds.describe(pause))")
      await self.pause(pause, key)
      if Task.isCancelled { return .flow(.leave(.interrupted, step: key)) }
    }
    return .failed(at: key)
  }

  /// One attempt: what must hold before, the work, what verifies it.
  private func tryOnce(
    _ step: PlannedStep, _ scope: StepScope, deadline: Int?, waited: Int?
  ) async throws -> ScriptOutcome {
    let key = scope.key(of: step)
    if let precondition = step.precondition {
      let outcome = try await carryOut(precondition, .precondition, key, scope, deadline: deadline)
      guard outcome.result == .succeeded else { return outcome }
    }
    guard let planned = step.work else { return ScriptOutcome(result: .succeeded, milliseconds: 0, tail: "") }
    let work = try fill(item: scope.item) { planned.filled(with: &$0) }
    if let host = work.host, case .unknown(let open) = state[key], let process = open.process,
      await !runner.end(process, of: work)
    {
      var outcome = ScriptOutcome(result: .failed, milliseconds: 0, tail: "")
      outcome.problem = "what was begun on '\(host)' before may still run there"
      report(outcome, key, scope)
      return outcome
    }
    var process = StepProcess(work, .action, of: key)
    process.hasCheck = step.check != nil
    process.isIdempotent = step.isIdempotent
    process.captures = step.captures
    process.deadline = deadline
    process.waited = waited
    let outcome = try await carryOut(process, scope)
    report(outcome, key, scope)
    guard outcome.result == .succeeded, let check = step.check else { return outcome }
    return try await carryOut(check, .check, key, scope, deadline: deadline)
  }

  /// Looks again and again until a look succeeds or the time is over.
  func waitFor(
    _ wait: Wait<PlannedText>, _ step: PlannedStep, _ scope: StepScope, waited: Int?
  ) async throws -> StepEnd {
    let key = scope.key(of: step)
    let clock = options.clock
    let own = scope.earlier(scope.deadline, step.timeoutMilliseconds, from: clock.elapsed())
    let deadline = scope.earlier(own, wait.withinMilliseconds, from: clock.elapsed()) ?? clock.elapsed()
    var process: StepProcess
    do {
      process = StepProcess(try fill(item: scope.item) { wait.work.filled(with: &$0) }, .action, of: key)
    } catch {
      return try fail(key, because: error.reason)
    }
    process.hasCheck = step.check != nil
    process.isIdempotent = true
    process.captures = step.captures
    process.deadline = deadline
    process.waited = waited
    while true {
      let outcome = try await carryOut(process, scope)
      process.waited = nil
      process.lastOutput = outcome.tail
      if outcome.result == .succeeded {
        report(outcome, key, scope)
        guard let check = step.check else { return .done }
        let checked = try await carryOut(check, .check, key, scope, deadline: nil)
        if checked.result == .succeeded { return .done }
      }
      if Task.isCancelled || outcome.result == .interrupted { return .flow(.leave(.interrupted, step: key)) }
      let left = deadline - clock.elapsed()
      guard left > 0 else {
        dialogue.tell("\(key): not within \(Milliseconds.describe(wait.withinMilliseconds))")
        return .failed(at: key)
      }
      await pause(min(max(1, wait.everyMilliseconds), left), key)
      if Task.isCancelled { return .flow(.leave(.interrupted, step: key)) }
    }
  }

  /// Carries out what only looks, as it is planned, and says what came of it.
  func carryOut(
    _ planned: Work<PlannedText>, _ part: StepPart, _ key: String, _ scope: StepScope, deadline: Int? = nil
  ) async throws -> ScriptOutcome {
    var process = StepProcess(try fill(item: scope.item) { planned.filled(with: &$0) }, part, of: key)
    process.deadline = deadline
    if !scope.isBeside { dialogue.introduce(process.work, called: part.heading) }
    let outcome = try await carryOut(process, scope)
    if !scope.isBeside { dialogue.tell("\(part.words): \(outcome.description)") }
    return outcome
  }

  private func report(_ outcome: ScriptOutcome, _ key: String, _ scope: StepScope) {
    dialogue.tell(scope.isBeside ? "\(key): \(outcome.description)" : outcome.description)
  }

  private func pause(_ milliseconds: Int, _ key: String) async {
    terminal.take(.pausing(step: key, milliseconds: milliseconds))
    await options.clock.sleep(milliseconds)
  }

  /// Fails a step for which no process can be started.
  private func fail(_ key: String, because reason: String) throws -> StepEnd {
    let reason = redactor.redact(reason)
    try record(.stepAsserted(.init(step: key, part: .action, held: false, reason: reason)))
    dialogue.tell("\(reason).")
    return .failed(at: key)
  }

  private func refuse(_ step: PlannedStep, _ scope: StepScope, ifAfter deadline: Int?) throws -> StepEnd? {
    guard let deadline, options.clock.elapsed() >= deadline else { return nil }
    return try fail(scope.key(of: step), because: "its time was over before it could begin")
  }
}

extension StepPart {
  /// What the person is told that it does.
  var heading: String {
    switch self {
    case .action: "Runs"
    case .precondition: "Looks first"
    case .check, .undoCheck: "Checks"
    case .skipIf, .onlyIf, .require: "Looks whether"
    case .undo: "Undoes"
    case .steady: "Looks"
    case .shell: "Opens"
    }
  }
}
