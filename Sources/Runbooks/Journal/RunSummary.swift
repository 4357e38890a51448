/// What a journal says about a run, in one line.
public struct RunSummary: Sendable, Hashable {
  /// The run.
  public var id: String
  /// The runbook; nothing where the journal has no sound beginning.
  public var runbook: String?
  /// When it began.
  public var started: String?
  /// Who began it.
  public var by: RunOperator?
  /// Where it stands: how it ended, or that it has not.
  public var standing: String

  /// Sums up a journal.
  ///
  /// - Parameters:
  ///   - id: The run.
  ///   - reading: Its journal.
  public init(_ id: String, _ reading: JournalReading) {
    let state = RunState(reading.records)
    self.id = id
    runbook = state.start?.runbook
    started = state.startTime
    by = state.start?.by
    var standing = "open"
    if let end = state.end { standing = end.result.rawValue + (end.step.map { " at step '\($0)'" } ?? "") }
    if let damage = reading.damage { standing += ", journal damaged: \(damage)" }
    self.standing = standing
  }
}
