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
  /// It went through, or was taken back, but the steady state did not hold.
  case deviated
  /// What had been done was taken back.
  case undone
  /// It went through, but not all of the clean-up; the run can be resumed.
  case cleanUpIncomplete

  /// Whether nothing is left to go on with.
  public var isFinal: Bool { self == .completed || self == .deviated || self == .undone }
}
