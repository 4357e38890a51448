/// One look at the steady state.
public struct SteadyLook: Sendable, Hashable {
  /// When, RFC 3339 in UTC.
  public var time: String
  /// What was seen.
  public var state: JournalEvent.SteadyState
}
