/// One thing that was looked at before a runbook is started.
public struct ReadinessFinding: Sendable, Hashable {
  /// What came of looking.
  public enum State: String, Sendable, Hashable {
    /// It is as the runbook needs it.
    case ok
    /// It is not.
    case not
    /// It cannot be told without doing something, or from here.
    case cannotTell = "cannot tell"
  }

  /// What came of looking.
  public var state: State
  /// What was looked at.
  public var subject: String
  /// What was seen, or why nothing was.
  public var reason: String
}
