extension Run {
  /// Asks the person something, when it is this question's turn.
  ///
  /// - Parameter question: What is asked.
  /// - Returns: The answer, and how long it took in milliseconds; no time where nobody is there.
  func asking<Answer: Sendable>(
    _ question: @Sendable (RunDialogue) async -> Answer
  ) async -> (answer: Answer, waited: Int?) {
    if !turn.take() { await withCheckedContinuation { turn.wait($0) } }
    defer { turn.give() }
    let start = options.clock.elapsed()
    let answer = await question(dialogue)
    return (answer, terminal.isInteractive ? options.clock.elapsed() - start : nil)
  }

  /// What a person says to a step: run it, or where to go instead.
  enum Decision {
    /// It is run; how long the person took.
    case run(waited: Int?)
    /// It is not.
    case flow(Flow)
  }

  /// Asks what is to become of a step, and does what is to be done about it, until it is run or left.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - scope: Its circumstances.
  ///   - failure: Whether it has failed; the question is then whether it is tried again.
  ///   - verb: What Enter does, such as "runs it".
  /// - Returns: That it is run, or where the run goes instead.
  /// - Throws: ``FileFailure`` if the journal cannot be written.
  func decide(
    _ step: PlannedStep, _ scope: StepScope, after failure: Bool = false, verb: String = "runs it"
  ) async throws -> Decision {
    let key = scope.key(of: step)
    while true {
      let (wish, waited) = await asking { await failure ? $0.wishAfterFailure() : $0.wish(verb) }
      switch wish {
      case .run: return .run(waited: waited)
      case .stop: return .flow(.leave(failure ? .failed : .stopped, step: key))
      case nil:
        if !terminal.isInteractive, !failure {
          dialogue.tell("Nobody is there to be asked; --yes runs plain steps without asking.")
        }
        return .flow(.leave(Task.isCancelled ? .interrupted : failure ? .failed : .stopped, step: key))
      case .skip?, .jump?, .shell?, .note?, .undo?:
        if let wish, let flow = try await follow(wish, at: step, scope, after: failure) { return .flow(flow) }
      }
    }
  }

  /// Does what a person wants of a step beside running it.
  ///
  /// - Returns: Where the run goes; nothing where the question is asked again.
  func follow(
    _ wish: RunDialogue.Wish, at step: PlannedStep, _ scope: StepScope, after failure: Bool = false
  ) async throws -> Flow? {
    let key = scope.key(of: step)
    switch wish {
    case .run, .stop: return nil
    case .skip: return try await skip(step, scope)
    case .jump: return try await jump(from: step, scope)
    case .shell:
      try await openShell(at: step, scope)
      return nil
    case .note:
      let (text, _) = await asking { await $0.line("Note") }
      if let text { try record(.note(.init(step: key, text: redactor.redact(text), by: options.by))) }
      return nil
    case .undo: return .undo(failure ? .failure : .person, step: key)
    }
  }

  /// Leaves a step out, for a reason that the person gives; nothing where none is given.
  private func skip(_ step: PlannedStep, _ scope: StepScope) async throws -> Flow? {
    let key = scope.key(of: step)
    let (reason, waited) = await asking { await $0.line("Why") }
    guard let reason else { return .leave(Task.isCancelled ? .interrupted : .stopped, step: key) }
    try record(
      .stepSkipped(.init(step: key, by: .person, reason: redactor.redact(reason), waitedMilliseconds: waited)))
    return .goOn
  }

  /// Goes on at a step the person names; nothing where none is reached.
  private func jump(from step: PlannedStep, _ scope: StepScope) async throws -> Flow? {
    let key = scope.key(of: step)
    let (target, _) = await asking { await $0.line("To which step") }
    guard let target else { return nil }
    guard scope.item == nil, StepOrder(plan).canReach(target, from: step.id) else {
      dialogue.tell("'\(target)' is no step further down that this one can lead to.")
      return nil
    }
    let (why, waited) = await asking { await $0.line("Why") }
    guard let why else { return nil }
    let reason = redactor.redact(why)
    try record(
      .stepJumped(.init(step: key, next: target, byPerson: true, reason: reason, waitedMilliseconds: waited)),
      .stepSkipped(.init(step: key, by: .person, reason: reason)))
    return .jump(target)
  }

  /// Gives the person a shell; the journal says when, and for how long.
  private func openShell(at step: PlannedStep, _ scope: StepScope) async throws {
    var work = Work<String>(.script("exec \"${SHELL:-bash}\" -i"), line: step.line)
    work.usesTerminal = true
    dialogue.tell("A shell of your own; leave it with 'exit' to go on here.")
    let outcome = try await carryOut(StepProcess(work, .shell, of: scope.key(of: step)), scope)
    dialogue.tell("The shell: \(outcome.description)")
  }
}
