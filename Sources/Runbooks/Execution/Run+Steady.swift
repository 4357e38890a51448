extension Run {
  /// Looks whether the system is well.
  ///
  /// - Parameter moment: When this is.
  /// - Returns: The ids of what does not hold, empty where all of it does; nothing where the look was interrupted.
  /// - Throws: ``FileFailure`` if the journal cannot be written.
  func look(_ moment: JournalEvent.SteadyState.Moment) async throws -> [String]? {
    guard let steady = plan.steadyState, !steady.probes.isEmpty else { return [] }
    if moment != .during { terminal.show("\nIs the system well?") }
    var deviations: [String] = []
    for probe in steady.probes {
      if Task.isCancelled { return nil }
      var inside = StepScope()
      inside.isBeside = moment == .during
      do {
        let process = StepProcess(try fill(item: nil) { probe.work.filled(with: &$0) }, .steady, of: probe.id)
        let outcome = try await carryOut(process, inside)
        if Task.isCancelled { return nil }
        if outcome.result != .succeeded { deviations.append(probe.id) }
      } catch let unfilled as Unfilled {
        dialogue.tell("\(probe.id): \(unfilled.reason)")
        deviations.append(probe.id)
      }
      let title = try? fill(item: nil, missing: .standsOpen) { $0.prose(probe.title) }
      if moment != .during || deviations.last == probe.id {
        dialogue.tell("\(deviations.last == probe.id ? "No" : "Yes"): \(title ?? probe.id)")
      }
    }
    try record(.steady(.init(moment: moment, held: deviations.isEmpty, deviations: deviations)))
    return deviations
  }

  /// Does something, and looks meanwhile as often as the plan says.
  func looking<Value: Sendable>(
    while work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    guard let steady = plan.steadyState, let pause = steady.everyMilliseconds else { return try await work() }
    let looks = Task {
      while !Task.isCancelled {
        await (options.pauseBetweenLooks ?? options.clock.sleep)(max(1, pause))
        if Task.isCancelled { return }
        // A look that has begun comes to its end: ended in its middle it would tell nothing.
        _ = try await Task { try await self.look(.during) }.value
      }
    }
    do {
      let value = try await work()
      looks.cancel()
      try await looks.value
      return value
    } catch {
      looks.cancel()
      _ = try? await looks.value
      throw error
    }
  }
}
