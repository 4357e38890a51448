extension Run {
  /// What is to be settled: a process that was started and not seen to end.
  struct Unsettled {
    /// The step's key.
    var key: String
    /// Its action, or its undo.
    var part: StepPart
    /// What the journal knows of it.
    var open: RunState.Open
    /// What verifies that it was done.
    var check: Work<PlannedText>?
    /// Whether it may be run again without harm.
    var isIdempotent: Bool
    /// Whether it changes nothing, so that its process may be ended unasked.
    var onlyLooks = false
    /// Whether something is missing that it would have captured.
    var lacksCaptures = false

    /// What it is called in questions.
    var name: String { part == .undo ? "the undo of '\(key)'" : "'\(key)'" }
  }

  /// Decides what became of a step that was started and not seen to end: never by running it again unasked.
  func settle(_ step: PlannedStep, _ open: RunState.Open, _ scope: StepScope) async throws -> RunDialogue.Verdict {
    let key = scope.key(of: step)
    var unsettled = Unsettled(
      key: key, part: .action, open: open, check: step.check, isIdempotent: step.isIdempotent || open.isIdempotent)
    if case .wait = step.kind { unsettled.onlyLooks = true }
    unsettled.lacksCaptures = !step.captures.isEmpty && state.captured[key] == nil
    return try await settle(unsettled, step, scope)
  }

  /// Its process must be gone first; then the journal decides where it can, then the check, then what the runbook says
  /// of running it twice, then the person.
  func settle(
    _ unsettled: Unsettled, _ step: PlannedStep, _ scope: StepScope
  ) async throws -> RunDialogue.Verdict {
    let open = unsettled.open
    let name = unsettled.part == .undo ? "The undo of step" : "Step"
    terminal.show("\n\(name) '\(unsettled.key)' was started, and \(Self.end(of: open)).")
    if let process = open.process, open.outcome?.result != .succeeded {
      let work = shownWork(of: unsettled, step, scope)
      guard await outlast(process, of: unsettled.name, work, onlyLooks: unsettled.onlyLooks) else { return .stop }
    }
    if open.process == nil, open.outcome == nil, !open.usesTerminal, !journalWasCut {
      dialogue.tell("It was never handed to a process.")
      return try decide(unsettled, .again, by: .journal)
    }
    if let check = unsettled.check, !(unsettled.lacksCaptures && unsettled.isIdempotent) {
      let part: StepPart = unsettled.part == .undo ? .undoCheck : .check
      let outcome = try await verify(with: check, part, unsettled.key, scope)
      if Task.isCancelled { return .stop }
      if let outcome, check.decides(outcome) {
        return try decide(unsettled, outcome.result == .succeeded ? .done : .again, by: .check)
      }
      dialogue.tell("The check could not be carried out, and decides nothing.")
    }
    if unsettled.isIdempotent {
      dialogue.tell("It may be run again without harm.")
      return try decide(unsettled, .again, by: .idempotence)
    }
    return try await askPerson(about: unsettled, step, scope)
  }

  /// Carries out what tells whether a step was done; nothing where it needs what only the step would have captured.
  func verify(
    with check: Work<PlannedText>, _ part: StepPart, _ key: String, _ scope: StepScope
  ) async throws -> ScriptOutcome? {
    do {
      return try await carryOut(check, part, key, scope)
    } catch let unfilled as Unfilled {
      dialogue.tell("\(unfilled.reason).")
      return nil
    }
  }

  private static func end(of open: RunState.Open) -> String {
    guard let outcome = open.outcome else { return "nobody saw it end" }
    return outcome.result == .succeeded ? "its check was not run" : "was \(outcome.description)"
  }

  /// What is left of a process that a run has started and not seen to end.
  private enum Left { case nothing, here, onHost, unknown }

  private func left(of process: ProcessIdentity, _ work: Work<String>?) async -> Left {
    if process.isAlive { return .here }
    return switch await runner.hasLeft(process, of: work) {
    case false?: .nothing
    case true?: .onHost
    case nil: .unknown
    }
  }

  /// Waits for what was left behind, here or on a host, or ends it, as the person wants.
  ///
  /// - Parameters:
  ///   - process: The process, which may be gone already.
  ///   - name: What it belongs to; beside others, their lines may stand between what is told and asked here.
  ///   - work: What it carries out.
  ///   - onlyLooks: Whether it changes nothing, so that it is ended unasked.
  /// - Returns: Whether nothing of it is left.
  func outlast(
    _ process: ProcessIdentity, of name: String, _ work: Work<String>? = nil, onlyLooks: Bool
  ) async -> Bool {
    let host = work?.host ?? ""
    switch await left(of: process, work) {
    case .nothing: return true
    case .here: dialogue.tell("The process \(process.pid) of \(name) still runs.")
    case .onHost: dialogue.tell("What \(name) has started on '\(host)' still runs there.")
    case .unknown: return await isGone(name, from: host, onlyLooks: onlyLooks)
    }
    if onlyLooks { return await runner.end(process, of: work) }
    let (fate, _) = await asking { dialogue in
      await dialogue.choose(
        "w waits for \(name), e ends it, q stops here",
        [.init(key: "w", value: RunDialogue.Fate.wait), .init(key: "e", value: .end), .init(key: "q", value: .stop)])
    }
    switch fate {
    case .wait:
      while !Task.isCancelled {
        switch await left(of: process, work) {
        case .nothing: return true
        case .here: await options.clock.sleep(100)
        case .onHost, .unknown: await options.clock.sleep(1_000)
        }
      }
      return false
    case .end:
      let isGone = await runner.end(process, of: work)
      dialogue.tell(isGone ? "It was ended: \(name)." : "It could not be ended: \(name).")
      return isGone
    case .stop: return false
    case nil:
      dialogue.tell("Nobody is there to say whether to wait for \(name) or to end it.")
      return false
    }
  }

  /// Asks the person about a host that cannot be asked; what only looks does no harm there.
  private func isGone(_ name: String, from host: String, onlyLooks: Bool) async -> Bool {
    if onlyLooks { return true }
    dialogue.tell("On '\(host)', which cannot be asked, \(name) may still run.")
    let (isGone, _) = await asking { dialogue in
      await dialogue.choose(
        "n nothing of \(name) runs there any more, q stops here",
        [.init(key: "n", value: true), .init(key: "q", value: false)])
    }
    if isGone == nil { dialogue.tell("Nobody is there to say whether it does.") }
    return isGone ?? false
  }

  /// What was carried out, as far as it is known.
  func shownWork(of unsettled: Unsettled, _ step: PlannedStep, _ scope: StepScope) -> Work<String>? {
    guard let work = unsettled.part == .undo ? step.undo : step.work else { return nil }
    return try? fill(item: scope.item, missing: .standsOpen, { work.filled(with: &$0) })
  }

  /// Asks the person whether something was done.
  func askPerson(
    about unsettled: Unsettled, _ step: PlannedStep, _ scope: StepScope
  ) async throws -> RunDialogue.Verdict {
    if let shown = shownWork(of: unsettled, step, scope) { dialogue.introduce(shown, called: "It ran") }
    let (verdict, waited) = await asking { dialogue in
      await dialogue.choose(
        "Look whether \(unsettled.name) was done. \(RunDialogue.Question.settled)",
        [
          .init(key: "d", value: RunDialogue.Verdict.done), .init(key: "a", value: .again),
          .init(key: "q", value: .stop),
        ])
    }
    switch verdict {
    case .done: return try decide(unsettled, .done, by: .person, waited: waited)
    case .again: return try decide(unsettled, .again, by: .person, waited: waited)
    case .stop: return .stop
    case nil:
      if !terminal.isInteractive {
        dialogue.tell("Nobody is there to say whether it was done, and nothing else can tell.")
      }
      return .stop
    }
  }

  private func decide(
    _ unsettled: Unsettled, _ decision: JournalEvent.StepSettled.Decision, by judge: JournalEvent.StepSettled.Judge,
    waited: Int? = nil
  ) throws -> RunDialogue.Verdict {
    try record(
      .stepSettled(
        .init(
          step: unsettled.key, part: unsettled.part, decision: decision, by: judge, waitedMilliseconds: waited)))
    return decision == .done ? .done : .again
  }

  /// Ends what a crash has left behind of processes that only look; a shell of the person's is waited for or ended.
  ///
  /// - Returns: Whether all of them are gone.
  func endWhatLooks() async -> Bool {
    for (place, open) in state.open.sorted(by: { $0.key < $1.key }) {
      guard let process = open.process, place.part != .action, place.part != .undo, process.isAlive else { continue }
      terminal.show("\nA process of '\(place.step)' was left behind (\(place.part.words)).")
      let name = "'\(place.step)' (\(place.part.words))"
      guard await outlast(process, of: name, onlyLooks: place.part != .shell) else { return false }
    }
    return true
  }
}
