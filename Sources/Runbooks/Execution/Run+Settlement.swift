extension Run {
  /// Decides what became of a step that was started and not seen to end: never by running it again unasked.
  ///
  /// First its process must be gone; then the journal decides where it can, then the step's check, then the person.
  mutating func settle(_ step: PreparedStep, _ open: RunState.Open) async throws -> RunDialogue.Verdict {
    let terminal = dialogue.terminal
    terminal.show("")
    terminal.show("Step '\(step.id)' was started, and \(Self.end(of: open)).")
    if let process = open.process, process.isAlive {
      guard await outlast(process) else { return .stop }
    }
    if open.process == nil, open.outcome == nil, !open.usesTerminal, !journalWasCut {
      terminal.show("  Its script was never handed to a process.")
      return try decide(step, .again, by: .journal)
    }
    if let check = step.check {
      let outcome = try await verify(step, check)
      if Task.isCancelled { return .stop }
      if let decision = Self.decision(of: outcome, check) { return try decide(step, decision, by: .check) }
      terminal.show("  The check could not be carried out, and decides nothing.")
    }
    return try await askPerson(about: step)
  }

  private static func end(of open: RunState.Open) -> String {
    guard let outcome = open.outcome else { return "nobody saw it end" }
    return outcome.result == .succeeded ? "its check was not run" : "was \(outcome.description)"
  }

  /// What a check decides: nothing if it could not do its work, through a shell or ssh that says so.
  private static func decision(
    of outcome: ScriptOutcome, _ check: Work<String>
  ) -> JournalEvent.StepSettled.Decision? {
    if outcome.result == .succeeded { return .done }
    guard outcome.result == .failed, let code = outcome.exitCode, code != 126, code != 127 else { return nil }
    return check.host != nil && code == 255 ? nil : .again
  }

  /// Waits for a process that was left behind, or ends it, as the person wants; whether it is gone.
  private func outlast(_ process: ProcessIdentity) async -> Bool {
    let terminal = dialogue.terminal
    terminal.show("  Its process \(process.pid) still runs.")
    let fate = await dialogue.choose(
      "w waits for it, e ends it, q stops here",
      [.init(key: "w", value: RunDialogue.Fate.wait), .init(key: "e", value: .end), .init(key: "q", value: .stop)])
    switch fate {
    case .wait:
      while process.isAlive, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(100)) }
    case .end: _ = await process.end()
    case .stop: break
    case nil: terminal.show("  Nobody is there to say whether to wait for it or to end it.")
    }
    let isGone = !process.isAlive
    if fate == .end { terminal.show(isGone ? "  It was ended." : "  It could not be ended.") }
    return isGone && fate != .stop && fate != nil
  }

  private mutating func askPerson(about step: PreparedStep) async throws -> RunDialogue.Verdict {
    dialogue.introduce(step, number: (steps.firstIndex(of: step) ?? 0) + 1, of: steps.count)
    let verdict = await dialogue.choose(
      "Look whether it was done. d it was, a it was not and may run again, q stops here",
      [.init(key: "d", value: RunDialogue.Verdict.done), .init(key: "a", value: .again), .init(key: "q", value: .stop)])
    switch verdict {
    case .done: return try decide(step, .done, by: .person)
    case .again: return try decide(step, .again, by: .person)
    case .stop: return .stop
    case nil:
      if !dialogue.terminal.isInteractive {
        dialogue.terminal.show("  Nobody is there to say whether it was done, and nothing else can tell.")
      }
      return .stop
    }
  }

  private mutating func decide(
    _ step: PreparedStep, _ decision: JournalEvent.StepSettled.Decision, by judge: JournalEvent.StepSettled.Judge
  ) throws -> RunDialogue.Verdict {
    try record(.stepSettled(JournalEvent.StepSettled(step: step.id, part: .action, decision: decision, by: judge)))
    return decision == .done ? .done : .again
  }
}
