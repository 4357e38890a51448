import Hashing

extension JournalEvent {
  /// A run began.
  public struct RunStart: Sendable, Hashable, Codable {
    /// The runbook's id.
    public var runbook: String
    /// The SHA-256 of the plan that is run.
    public var plan: String
    /// The inputs' values; inputs are never secret.
    public var inputs: [String: String]
    /// The names of the environment variables whose values are kept out of the journal.
    public var secrets: [String]
    /// Who runs it.
    public var by: RunOperator
  }

  /// A run was taken up again.
  public struct RunResume: Sendable, Hashable, Codable {
    /// Who runs it now.
    public var by: RunOperator
    /// How many bytes of an unfinished last line were cut off the journal.
    public var droppedBytes: Int
    /// The SHA-256 of those bytes, where there were any.
    public var droppedHash: String?

    init(by: RunOperator, dropped: [UInt8]) {
      self.by = by
      droppedBytes = dropped.count
      droppedHash = dropped.isEmpty ? nil : SHA256.hex(of: dropped)
    }
  }

  /// A run ended, or was left to be resumed.
  public struct RunEnd: Sendable, Hashable, Codable {
    /// How it ended.
    public var result: RunResult
    /// The step it ended at; nothing for a run that went through.
    public var step: String?
    /// How many lines the journal has, this one included.
    public var records: Int
  }
}
