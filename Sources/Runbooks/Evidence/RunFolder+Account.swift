extension RunFolder {
  /// What a run's journal and plan prove.
  ///
  /// - Parameter run: The run.
  /// - Returns: The contents of its evidence.
  /// - Throws: ``RunRefusal`` if there is no such run, its journal has no sound beginning, or its plan is another;
  ///   ``FileFailure`` or ``RunbookPlan/Unreadable`` if a file cannot be read.
  public func account(of run: String) throws -> RunAccount {
    let reading = try journal(of: run)
    guard let start = RunState(reading.records).start else {
      throw RunRefusal("the journal of '\(run)' has no sound beginning")
    }
    return try RunAccount(
      run, reading, plan: try plan(of: run, hash: start.closure.plan), anchor: try index.anchor(of: run))
  }
}
