/// What a journal keeps of the stage on which a run was a rehearsal.
public struct StageAccount: Sendable, Hashable, Codable {
  /// What the stage is called.
  public var name: String
  /// Where the hosts of the runbook were, as far as they were known beforehand: `address:port` by their names.
  public var hosts: [String: String]
  /// What else was not the real thing, a phrase each.
  public var standIns: [String]
}
