extension Run {
  /// What comes after a step.
  enum Next {
    /// The next step.
    case goOn
    /// The end of the run, for now.
    case end(RunResult)
  }

  /// Goes step by step to the end of the plan, or to where it has to stop.
  ///
  /// - Returns: How it ended; all but a completed run can be resumed.
  /// - Throws: ``FileFailure`` if the journal cannot be written; the run can be resumed once it can.
  public mutating func go() async throws -> RunResult {
    let terminal = dialogue.terminal
    terminal.show("\(plan.title) (\(plan.id)), run \(id)")
    try skipToFirst()
    for (index, step) in steps.enumerated() {
      let next = try await take(step, number: index + 1)
      if case .end(let result) = next { return try end(result, at: step.id) }
    }
    return try end(.completed, at: nil)
  }

  private mutating func take(_ step: PreparedStep, number: Int) async throws -> Next {
    if Task.isCancelled { return .end(.interrupted) }
    switch state[step.id] {
    case .done, .skipped: return .goOn
    case .pending, .undone: break
    case .notMet(let reason): dialogue.terminal.show("\nStep '\(step.id)' did not go on before: \(reason).")
    case .failed(let outcome):
      dialogue.terminal.show("\nStep '\(step.id)' has not succeeded before: \(outcome.description).")
    case .unknown(let open):
      switch try await settle(step, open) {
      case .done: return .goOn
      case .again: break
      case .stop: return .end(Task.isCancelled ? .interrupted : .stopped)
      }
    }
    dialogue.introduce(step, number: number, of: steps.count)
    switch step.kind {
    case .work(let work): return try await carryOut(step, work)
    case .manual: return try await pass(step, wish: await dialogue.wish("says it is done"))
    case .confirm:
      let yes = await dialogue.choose(
        "yes goes on, no stops here", [.init(key: "yes", value: true), .init(key: "no", value: false)])
      return try await pass(step, wish: yes.map { $0 ? .run : .stop })
    case .wait, .assert, .approval, .note, .branch, .runbook:
      throw RunRefusal("step '\(step.id)': a '\(step.kind.word)' step cannot be carried out")
    }
  }

  /// Passes a gate, or stops at it.
  private mutating func pass(_ step: PreparedStep, wish: RunDialogue.Wish?) async throws -> Next {
    switch wish {
    case .run:
      try record(.gate(JournalEvent.GateAnswer(step: step.id, passed: true)))
      return .goOn
    case .skip: return try await skip(step)
    case .stop, nil:
      if !dialogue.terminal.isInteractive {
        dialogue.terminal.show("  Step '\(step.id)' needs a person at a terminal; nobody is there.")
      }
      try record(.gate(JournalEvent.GateAnswer(step: step.id, passed: false)))
      return .end(Task.isCancelled ? .interrupted : .stopped)
    }
  }

  /// Leaves a step out, for a reason.
  mutating func skip(_ step: PreparedStep) async throws -> Next {
    guard let reason = await dialogue.reason() else { return .end(Task.isCancelled ? .interrupted : .stopped) }
    try record(.stepSkipped(JournalEvent.StepSkipped(step: step.id, by: .person, reason: redactor.redact(reason))))
    return .goOn
  }

  /// Writes an event down and takes note of it.
  mutating func record(_ event: JournalEvent) throws {
    try journal.append(event)
    state.take(event)
  }

  private mutating func skipToFirst() throws {
    guard let first = options.from, let end = steps.firstIndex(where: { $0.id == first }) else { return }
    for step in steps[..<end] {
      switch state[step.id] {
      case .pending, .failed, .notMet, .undone:
        let reason = "the run was begun at '\(first)'"
        try record(.stepSkipped(JournalEvent.StepSkipped(step: step.id, by: .from, reason: reason)))
      case .done, .skipped, .unknown: break
      }
    }
  }

  private mutating func end(_ result: RunResult, at step: String?) throws -> RunResult {
    try record(.runEnd(JournalEvent.RunEnd(result: result, step: step, records: journal.count + 1)))
    let terminal = dialogue.terminal
    terminal.show("")
    if let step {
      terminal.show("\(result.rawValue) at step '\(step)'; --resume \(id) goes on from there.")
    } else {
      let skipped = steps.filter { if case .skipped = state[$0.id] { true } else { false } }.map(\.id)
      terminal.show(skipped.isEmpty ? "completed." : "completed; skipped: \(skipped.joined(separator: ", ")).")
    }
    terminal.show("Journal: \(folder.journalPath(id))")
    return result
  }
}
