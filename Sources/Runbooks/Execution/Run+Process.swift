extension Run {
  /// Carries one thing out for a step; every line is in the journal before the next thing happens.
  ///
  /// - Parameters:
  ///   - process: What is started, and for what.
  ///   - scope: The step's circumstances.
  /// - Returns: How it ended, what was to be taken from its output taken into account.
  /// - Throws: ``FileFailure`` if the journal cannot be written.
  func carryOut(_ process: StepProcess, _ scope: StepScope) async throws -> ScriptOutcome {
    var work = process.work
    if let deadline = process.deadline {
      let left = max(1, deadline - options.clock.elapsed())
      work.timeoutMilliseconds = min(work.timeoutMilliseconds ?? left, left)
    }
    let place = WorkPlace(
      step: process.step, part: process.part, attempt: state.attempts(of: process.step, process.part) + 1,
      isCaptured: !process.captures.isEmpty)
    try record(
      .stepIntent(
        .init(
          step: place.step, part: place.part, attempt: place.attempt, command: redactor.redact(work.shown),
          host: work.host, usesTerminal: work.usesTerminal, hasCheck: process.hasCheck,
          isIdempotent: process.isIdempotent, waitedMilliseconds: process.waited)))
    let held = process.lastOutput.map { _ in HeldOutput(terminal) }
    let sink = OutputSink(
      terminal: held ?? terminal, redactor: redactor, label: scope.isBeside ? process.step : nil,
      usualMilliseconds: place.part == .action ? options.usual[place.step] : nil)
    let result = try await run(work, at: place, sink: sink)
    var outcome = result.outcome
    if let held, outcome.tail != process.lastOutput { held.release() }
    var captured: JournalEvent?
    if outcome.result == .succeeded, !process.captures.isEmpty {
      do {
        captured = .stepCaptured(.init(step: place.step, values: try result.captured(process.captures)))
      } catch {
        outcome.result = .failed
        outcome.problem = error.reason
      }
    }
    let ended = JournalEvent.stepOutcome(.init(step: place.step, part: place.part, outcome: outcome))
    if let captured { try record(captured, ended) } else { try record(ended) }
    return outcome
  }

  private func run(_ work: Work<String>, at place: WorkPlace, sink: OutputSink) async throws -> WorkResult {
    let spawned: @Sendable (ProcessIdentity) async throws -> Void = { process in
      try await self.record(.stepSpawned(.init(step: place.step, part: place.part, process: process)))
    }
    guard work.usesTerminal, let interrupts = options.interrupts else {
      return try await runner.run(work, at: place, sink: sink, spawned: spawned)
    }
    return try await interrupts.lendingTerminal {
      try await runner.run(work, at: place, sink: sink, spawned: spawned)
    }
  }
}
