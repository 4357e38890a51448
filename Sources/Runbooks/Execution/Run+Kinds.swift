extension Run {
  /// Does what a step is there for.
  func act(_ step: PlannedStep, _ scope: StepScope, waited: Int?) async throws -> StepEnd {
    switch step.kind {
    case .work: return try await attempt(step, scope, waited: waited)
    case .wait(let wait): return try await waitFor(wait, step, scope, waited: waited)
    case .assert(let assertion): return try assert(assertion, step, scope)
    case .manual: return try await pass(step, scope) { await $0.wish(RunDialogue.Question.done) }
    case .confirm:
      return try await pass(step, scope) { dialogue in
        let yes = await dialogue.choose(
          RunDialogue.Question.confirm, [.init(key: "yes", value: true), .init(key: "no", value: false)])
        return yes.map { $0 ? .run : .stop }
      }
    case .approval(let approval): return try await approve(approval, step, scope)
    case .note(let text):
      let shown = try? fill(item: scope.item, missing: .standsOpen) { $0.prose(text) }
      try record(.note(.init(step: scope.key(of: step), text: redactor.redact(shown ?? ""))))
      return .done
    case .branch(let branch): return try take(branch, step, scope)
    case .runbook(let sub): return try await call(sub, step, scope)
    }
  }

  /// Passes a gate, or stops at it: without a person's own word nothing passes.
  private func pass(
    _ step: PlannedStep, _ scope: StepScope, _ question: @Sendable (RunDialogue) async -> RunDialogue.Wish?
  ) async throws -> StepEnd {
    let key = scope.key(of: step)
    while true {
      let (wish, waited) = await asking { dialogue in
        dialogue.terminal.take(.asking(step: key))
        return await question(dialogue)
      }
      switch wish {
      case .run:
        try record(.gate(.init(step: key, passed: true, waitedMilliseconds: waited)))
        return .done
      case .skip, .jump, .shell, .note, .undo:
        if let wish, let flow = try await follow(wish, at: step, scope) { return .flow(flow) }
      case .stop, nil:
        if !terminal.isInteractive {
          dialogue.tell("Step '\(key)' needs a person at a terminal; nobody is there.")
        }
        try record(.gate(.init(step: key, passed: false, waitedMilliseconds: waited)))
        return .flow(.leave(Task.isCancelled ? .interrupted : .stopped, step: key))
      }
    }
  }

  /// Compares what is known; without a process, and so without attempts.
  private func assert(
    _ assertion: Assertion<PlannedText>, _ step: PlannedStep, _ scope: StepScope
  ) throws -> StepEnd {
    let key = scope.key(of: step)
    let (held, reason) = judge(assertion.conditions, scope)
    try record(.stepAsserted(.init(step: key, part: .action, held: held, reason: reason)))
    if held { return .done }
    let message = assertion.message.flatMap { text in
      try? fill(item: scope.item, missing: .standsOpen) { $0.prose(text) }
    }
    dialogue.tell(message ?? "It does not hold: \(reason)")
    return .failed(at: key)
  }

  /// Whether all conditions hold; of those that do not the first one tells why.
  private func judge(_ conditions: [Condition<PlannedText>], _ scope: StepScope) -> (held: Bool, reason: String) {
    var reasons: [String] = []
    for condition in conditions {
      do {
        let judgement = try judge(condition, scope)
        guard judgement.holds else { return (false, judgement.reason) }
        reasons.append(judgement.reason)
      } catch {
        return (false, error.reason)
      }
    }
    return (true, reasons.joined(separator: "; "))
  }

  /// Goes on at the first choice that holds.
  private func take(_ branch: Branch<PlannedText>, _ step: PlannedStep, _ scope: StepScope) throws -> StepEnd {
    let key = scope.key(of: step)
    var reasons: [String] = []
    for choice in branch.choices {
      let (held, reason) = judge([choice.condition], scope)
      if held { return try go(to: choice.target, because: reason, key) }
      reasons.append(reason)
    }
    if let otherwise = branch.otherwise { return try go(to: otherwise, because: "otherwise", key) }
    let reason = reasons.joined(separator: "; ")
    try record(.stepAsserted(.init(step: key, part: .action, held: false, reason: reason)))
    dialogue.tell("None of its conditions holds: \(reason)")
    return .failed(at: key)
  }

  private func go(to target: String, because reason: String, _ key: String) throws -> StepEnd {
    try record(.stepBranched(.init(step: key, choice: reason, next: target)))
    dialogue.tell("On to '\(target)': \(reason)")
    return .flow(.jump(target))
  }

  /// Takes the steps of a sub-runbook; the calling step is done when none of them failed that matters.
  private func call(
    _ sub: SubRunbook<PlannedText>, _ step: PlannedStep, _ scope: StepScope
  ) async throws -> StepEnd {
    let key = scope.key(of: step)
    let inside = scope.inside(step, at: options.clock.elapsed())
    var inner: String?
    switch try await walk(sub.steps, inside) {
    case .goOn, .endOfPhase: break
    case .failed(let step): inner = step
    case let flow: return .flow(flow)
    }
    let keys = sub.steps.map { inside.key(of: $0) }
    let failed = sub.steps.filter { $0.isCritical && isFailure(inside.key(of: $0)) }.map { inside.key(of: $0) }
    let first = inner ?? failed.first
    try record(
      .stepJoined(
        .init(
          step: key, succeeded: keys.filter { state[$0] == .done }, failed: failed,
          notRun: keys.filter { state[$0] == .pending }, held: first == nil)))
    return first.map { .failed(at: $0) } ?? .done
  }
}
