extension Run {
  /// Carries out a step that runs a script, as often as the person wants.
  mutating func carryOut(_ step: PreparedStep, _ script: Work<String>) async throws -> Next {
    if !options.assumesYes {
      switch await dialogue.wish("runs it") {
      case .run: break
      case .skip: return try await skip(step)
      case .stop: return .end(.stopped)
      case nil:
        if !dialogue.terminal.isInteractive {
          dialogue.terminal.show("  Nobody is there to be asked; --yes runs plain steps without asking.")
        }
        return .end(Task.isCancelled ? .interrupted : .stopped)
      }
    }
    while true {
      let outcome = try await attempt(step, script)
      switch outcome.result {
      case .succeeded: return .goOn
      case .interrupted: return .end(.interrupted)
      case .failed, .timedOut: break
      }
      switch await dialogue.wishAfterFailure() {
      case .run: continue
      case .skip: return try await skip(step)
      case .stop, nil: return .end(Task.isCancelled ? .interrupted : .failed)
      }
    }
  }

  /// Runs the script once, and the check after it; every line is in the journal before the next thing happens.
  private mutating func attempt(_ step: PreparedStep, _ script: Work<String>) async throws -> ScriptOutcome {
    let intent = JournalEvent.StepIntent(
      step: step.id, attempt: state.attempts(of: step.id) + 1, command: redactor.redact(script.script ?? ""),
      host: script.host, usesTerminal: script.usesTerminal, hasCheck: step.check != nil)
    try record(.stepIntent(intent))
    let outcome = try await run(script, .action, of: step)
    dialogue.terminal.show("  \(outcome.description)")
    guard outcome.result == .succeeded, let check = step.check else { return outcome }
    return try await verify(step, check)
  }

  /// Runs a step's check and writes down what it says.
  mutating func verify(_ step: PreparedStep, _ check: Work<String>) async throws -> ScriptOutcome {
    dialogue.introduce(check, called: "Checks")
    let intent = JournalEvent.StepIntent(
      step: step.id, part: .check, attempt: state.attempts(of: step.id, .check) + 1,
      command: redactor.redact(check.script ?? ""), host: check.host, usesTerminal: check.usesTerminal)
    try record(.stepIntent(intent))
    let outcome = try await run(check, .check, of: step)
    dialogue.terminal.show("  check \(outcome.description)")
    return outcome
  }

  private mutating func run(
    _ script: Work<String>, _ part: StepPart, of step: PreparedStep
  ) async throws -> ScriptOutcome {
    let journal = self.journal
    let outcome = try await run(script) { process in
      try journal.append(.stepSpawned(JournalEvent.StepSpawned(step: step.id, part: part, process: process)))
    }
    try record(.stepOutcome(JournalEvent.StepOutcome(step: step.id, part: part, outcome: outcome)))
    return outcome
  }

  private func run(_ script: Work<String>, spawned: ScriptRunner.Spawned) async throws -> ScriptOutcome {
    let sink = OutputSink(terminal: dialogue.terminal, redactor: redactor)
    guard script.usesTerminal, let interrupts = options.interrupts else {
      return try await runner.run(script, sink: sink, spawned: spawned)
    }
    return try await interrupts.lendingTerminal { try await runner.run(script, sink: sink, spawned: spawned) }
  }
}
