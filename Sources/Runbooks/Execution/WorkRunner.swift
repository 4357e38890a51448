/// Carries works out: with processes in a run, with made-up outcomes where a runbook is tried on paper.
public protocol WorkRunner: Sendable {
  /// Carries a work out once, to its end.
  ///
  /// A cancelled task ends what was started; its outcome is then `interrupted`.
  ///
  /// - Parameters:
  ///   - work: What is carried out; its time is no longer than what is left to its step.
  ///   - place: For which step, and which of its parts.
  ///   - sink: Takes the output as it comes.
  ///   - spawned: Is told the process; nothing of the work happens before it has returned.
  /// - Returns: How it ended; what could not be started has failed.
  /// - Throws: What `spawned` throws; nothing of the work has then happened.
  func run(
    _ work: Work<String>, at place: WorkPlace, sink: OutputSink,
    spawned: @escaping @Sendable (ProcessIdentity) async throws -> Void
  ) async throws -> WorkResult

  /// Ends a process that was left behind, and what it has started on the work's host.
  ///
  /// - Parameters:
  ///   - process: The process.
  ///   - work: What it carries out; nothing where that is not known.
  /// - Returns: Whether nothing of it is left.
  func end(_ process: ProcessIdentity, of work: Work<String>?) async -> Bool

  /// Looks on the work's host for what a process that is gone here has started there.
  ///
  /// - Parameters:
  ///   - process: The process.
  ///   - work: What it carried out; nothing where that is not known.
  /// - Returns: Whether something of it still runs; nothing where the host could not be asked.
  func hasLeft(_ process: ProcessIdentity, of work: Work<String>?) async -> Bool?
}

extension WorkRunner {
  /// Ends the process's group.
  public func end(_ process: ProcessIdentity, of work: Work<String>?) async -> Bool { await process.end() }

  /// Nothing: what was not started on a host leaves nothing there.
  public func hasLeft(_ process: ProcessIdentity, of work: Work<String>?) async -> Bool? { false }
}
