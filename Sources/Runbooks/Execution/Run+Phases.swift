#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Run {
  /// How a phase came out, and at which step.
  struct End {
    var result: RunResult
    var step: String?
  }

  /// Goes step by step to the end of the plan, or to where it has to stop.
  ///
  /// - Returns: How it ended.
  /// - Throws: ``FileFailure`` if the journal cannot be written; the run can be resumed once it can.
  public func go() async throws -> RunResult {
    if terminal.isInteractive { RawMode.mend(STDIN_FILENO) }
    terminal.take(.began(run: id, plan: plan, state: state))
    terminal.show("\(plan.title) (\(plan.id)), \(mode == .drill ? "drill" : "run") \(id)")
    options.interrupts?.deliver { [weak self] number in
      Task { await self?.take(signal: number) }
    }
    defer { options.interrupts?.deliver(to: nil) }
    var end = try await carryOutSteps()
    var left: [String]?
    if end.result != .stopped, end.result != .interrupted {
      (end, left) = try await cleanUp(after: end)
    }
    try record(
      .runEnd(.init(result: end.result, step: end.step, cleanUpLeft: left, records: journal.count + 1)))
    locks = nil
    report(end, cleanUpLeft: left)
    return end.result
  }

  /// The steady state before, the steps, the steady state after; and where it is wanted, all of it back again.
  private func carryOutSteps() async throws -> End {
    guard try await cancellable({ await self.endWhatLooks() }) else { return End(result: .stopped) }
    if state.undoEnd != nil { return try await afterTakingBack() }
    if state.undoing != nil || options.takesBack { return try await takeBackAndLook(.person) }
    try skipToFirst()
    let hasBegun = !state.steps.isEmpty
    if !hasBegun, state.steady[.before]?.held != true, plan.steadyState != nil {
      guard let deviations = try await cancellable({ try await self.look(.before) }) else {
        return End(result: .interrupted)
      }
      if !deviations.isEmpty, plan.steadyState?.isRequiredBefore == true {
        terminal.show("The run does not begin: it is not well beforehand (\(deviations.joined(separator: ", "))).")
        return End(result: .failed)
      }
    }
    let main = plan.steps.filter { $0.phase == .main }
    let flow = try await cancellable { try await self.looking { try await self.walk(main, StepScope()) } }
    return try await self.end(of: main, flow)
  }

  /// What the main phase comes to, and whether what was done is taken back.
  private func end(of main: [PlannedStep], _ flow: Flow) async throws -> End {
    switch flow {
    case .goOn, .endOfPhase, .jump:
      if let failed = main.first(where: { $0.isCritical && isFailure($0.id) }) {
        return try await failure(at: failed.id)
      }
      return try await success()
    case .failed(let step): return try await failure(at: step)
    case .undo(let cause, _): return try await takeBackAndLook(cause)
    case .leave(.interrupted, let step):
      if interruption.wantsUndo || options.undoesOnFailure { return try await takeBackAndLook(.interruption) }
      return End(result: .interrupted, step: step)
    case .leave(let result, let step):
      if result == .failed, options.undoesOnFailure { return try await takeBackAndLook(.failure) }
      return End(result: result, step: step)
    }
  }

  private func failure(at step: String) async throws -> End {
    options.undoesOnFailure ? try await takeBackAndLook(.failure) : End(result: .failed, step: step)
  }

  private func success() async throws -> End {
    guard let deviations = try await cancellable({ try await self.look(.after) }) else {
      return End(result: .interrupted)
    }
    guard !deviations.isEmpty || state.deviatedMeanwhile else { return End(result: .completed) }
    terminal.show("All steps went through, but the system is not well.")
    if options.undoesOnFailure, !deviations.isEmpty { return try await takeBackAndLook(.deviation) }
    if !deviations.isEmpty, terminal.isInteractive {
      let (wantsUndo, _) = try await cancellable {
        await self.asking { dialogue in
          await dialogue.choose(
            RunDialogue.Question.deviation,
            [.init(key: "u", value: true), .init(key: "l", value: false)])
        }
      }
      if wantsUndo == true { return try await takeBackAndLook(.deviation) }
    }
    return End(result: .deviated)
  }

  private func takeBackAndLook(_ cause: JournalEvent.UndoBegin.Cause) async throws -> End {
    // It is done also where what went before was cancelled; a further signal ends it.
    let flow = try await cancellable(inheriting: false) { try await self.takeBack(cause) }
    if case .leave(let result, let step) = flow { return End(result: result, step: step) }
    return try await afterTakingBack()
  }

  private func afterTakingBack() async throws -> End {
    guard let deviations = try await cancellable(inheriting: false, { try await self.look(.afterUndo) }) else {
      return End(result: .interrupted)
    }
    return End(result: deviations.isEmpty ? .undone : .deviated)
  }

  /// Carries out every step of the clean-up, also where one before it has failed.
  private func cleanUp(after end: End) async throws -> (End, left: [String]?) {
    let steps = plan.steps.filter { $0.phase == .cleanUp }
    guard !steps.isEmpty, !state.steps.isEmpty else { return (end, nil) }
    terminal.show("\nClean-up.")
    let flow = try await cancellable(inheriting: false) {
      for step in steps {
        let flow = try await self.walk([step], StepScope())
        if case .leave = flow { return flow }
      }
      return Flow.goOn
    }
    let left = steps.map(\.id).filter { !isOver($0) }
    if case .leave(let result, let step) = flow, result != .failed { return (End(result: result, step: step), left) }
    guard !left.isEmpty else { return (end, nil) }
    return (end.result == .completed ? End(result: .cleanUpIncomplete, step: left.first) : end, left)
  }

  private func skipToFirst() throws {
    guard let first = options.from else { return }
    for step in plan.steps.prefix(while: { $0.id != first }) where step.phase == .main {
      switch state[step.id] {
      case .pending, .failed, .notMet, .undone:
        try record(.stepSkipped(.init(step: step.id, by: .from, reason: "the run was begun at '\(first)'")))
      case .done, .skipped, .unknown: break
      }
    }
  }

  private func report(_ end: End, cleanUpLeft: [String]?) {
    terminal.show("")
    if let left = cleanUpLeft, !left.isEmpty {
      terminal.show("The clean-up is not complete: \(left.joined(separator: ", ")).")
    }
    if end.result.isFinal {
      let skipped = plan.steps.map(\.id).filter { if case .skipped = state[$0] { true } else { false } }
      terminal.show(
        skipped.isEmpty
          ? "\(end.result.rawValue)." : "\(end.result.rawValue); skipped: \(skipped.joined(separator: ", ")).")
    } else {
      let place = end.step.map { " at step '\($0)'" } ?? ""
      terminal.show("\(end.result.rawValue)\(place); --resume \(id) goes on from there.")
    }
    terminal.show("Journal: \(folder.journalPath(id))")
  }
}
