extension Run {
  /// Takes back what was done, the last first, each verified; or goes on with that where it was left.
  ///
  /// Only what completed is taken back. Where taking back a step fails and nobody says what is to follow, those before it
  /// stay as they are: they are what that step was built on.
  ///
  /// - Parameter cause: Why.
  /// - Returns: That it ended, or where it was left.
  /// - Throws: ``FileFailure`` if the journal cannot be written.
  func takeBack(_ cause: JournalEvent.UndoBegin.Cause) async throws -> Flow {
    if state.undoing == nil {
      let settled = try await settleForUndo()
      guard settled == .goOn else { return settled }
      let keys = state.doneInOrder.reversed().filter { undo(of: $0) != nil }
      terminal.show(keys.isEmpty ? "\nNothing of what was done can be undone." : "\nUndoing what was done.")
      try record(.undoBegin(.init(cause: cause, steps: keys)))
    }
    let keys = state.undoing?.steps ?? []
    for (index, key) in keys.enumerated() where state[key] != .undone {
      if Task.isCancelled { return .leave(.interrupted, step: key) }
      let flow = try await takeBack(key, number: index + 1, of: keys.count)
      guard flow == .goOn else { return flow }
    }
    let undone = keys.filter { state[$0] == .undone }
    let left = whatIsLeft()
    try record(.undoEnd(.init(undone: undone, left: left)))
    if !left.isEmpty { terminal.show("\nNot undone: \(left.joined(separator: ", ")).") }
    return .goOn
  }

  /// A step and the item it was done for, by its key.
  private func step(of key: String) -> (step: PlannedStep, scope: StepScope)? {
    let parts = StepKey(key)
    var scope = StepScope()
    scope.item = parts.item
    return steps[parts.id].map { ($0, scope) }
  }

  private func undo(of key: String) -> Work<PlannedText>? {
    guard let (step, scope) = step(of: key), step.phase == .main, step.loop == nil || scope.item != nil else {
      return nil
    }
    return step.undo
  }

  /// The steps that changed something, or may have, and were not taken back.
  private func whatIsLeft() -> [String] {
    let done = state.doneInOrder.filter(mayHaveChanged)
    let unknown = state.steps.filter { if case .unknown = $0.value { true } else { false } }.map(\.key).sorted()
    return done.reversed() + unknown.filter { !done.contains($0) && mayHaveChanged($0) }
  }

  private func mayHaveChanged(_ key: String) -> Bool {
    guard let (step, scope) = step(of: key), step.phase == .main, step.loop == nil || scope.item != nil else {
      return false
    }
    switch step.kind {
    case .work, .manual: return true
    case .wait, .assert, .confirm, .approval, .note, .branch, .runbook: return step.undo != nil
    }
  }

  /// Decides about what was interrupted: what turns out to be done is taken back too.
  ///
  /// Its process must be gone; then its check decides, and where it has none, the person; nobody there, it is left.
  private func settleForUndo() async throws -> Flow {
    for key in state.steps.keys.sorted() {
      guard case .unknown(let open) = state[key], let (step, scope) = step(of: key) else { continue }
      if let process = open.process, open.outcome?.result != .succeeded {
        let unsettled = Unsettled(key: key, part: .action, open: open, isIdempotent: false)
        let work = shownWork(of: unsettled, step, scope)
        guard await outlast(process, of: unsettled.name, work, onlyLooks: false) else {
          return .leave(.stopped, step: key)
        }
      }
      if let check = step.check, let outcome = try await verify(with: check, .check, key, scope) {
        if Task.isCancelled { return .leave(.interrupted, step: key) }
        guard check.decides(outcome) else { continue }
        try record(
          .stepSettled(
            .init(step: key, part: .action, decision: outcome.result == .succeeded ? .done : .again, by: .check)))
      } else if terminal.isInteractive, step.undo != nil {
        let unsettled = Unsettled(key: key, part: .action, open: open, isIdempotent: false)
        if try await askPerson(about: unsettled, step, scope) == .stop { return .leave(.stopped, step: key) }
      }
    }
    return .goOn
  }

  private func takeBack(_ key: String, number: Int, of count: Int) async throws -> Flow {
    guard let (step, scope) = step(of: key), let undo = step.undo else { return .goOn }
    if case .unknown(let open) = state.undos[key] {
      let unsettled = Unsettled(key: key, part: .undo, open: open, check: step.undoCheck, isIdempotent: false)
      switch try await settle(unsettled, step, scope) {
      case .done: return .goOn
      case .again: break
      case .stop: return .leave(Task.isCancelled ? .interrupted : .stopped, step: key)
      }
    }
    terminal.show("\n[\(number)/\(count)] Undo of \(key)")
    while true {
      let reason: String
      do {
        let outcome = try await carryOutUndo(undo, of: step, key, scope)
        if outcome.result == .succeeded { return .goOn }
        if Task.isCancelled || outcome.result == .interrupted { return .leave(.interrupted, step: key) }
        reason = outcome.description
      } catch let unfilled as Unfilled {
        reason = unfilled.reason
      }
      dialogue.tell("Undo of '\(key)' has not succeeded: \(reason)")
      let (wish, _) = await asking { dialogue in
        await dialogue.choose(
          RunDialogue.Question.undo,
          [
            .init(key: "r", value: RunDialogue.Wish.run), .init(key: "l", value: .skip),
            .init(key: "q", value: .stop),
          ])
      }
      switch wish {
      case .run: continue
      case .skip:
        try record(.note(.init(step: key, text: "left as it is: \(redactor.redact(reason))", by: options.by)))
        return .goOn
      default: return .leave(Task.isCancelled ? .interrupted : .failed, step: key)
      }
    }
  }

  private func carryOutUndo(
    _ undo: Work<PlannedText>, of step: PlannedStep, _ key: String, _ scope: StepScope
  ) async throws -> ScriptOutcome {
    var process = StepProcess(try fill(item: scope.item) { undo.filled(with: &$0) }, .undo, of: key)
    process.hasCheck = step.undoCheck != nil
    dialogue.introduce(process.work, called: "Undoes")
    let outcome = try await carryOut(process, scope)
    dialogue.tell(outcome.description)
    guard outcome.result == .succeeded, let check = step.undoCheck else { return outcome }
    return try await carryOut(check, .undoCheck, key, scope)
  }
}
