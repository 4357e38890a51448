/// How a run ended.
public enum RunResult: String, Sendable, Hashable, Codable {
  /// Every step was done or skipped.
  case completed
  /// A step failed or ran out of time; the run can be resumed.
  case failed
  /// A person stopped it, or a gate was not passed; the run can be resumed.
  case stopped
  /// A signal stopped it; the run can be resumed.
  case interrupted
}
