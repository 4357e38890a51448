/// What a guard decides.
public enum GuardDecision: String, Sendable, Hashable, Codable {
  /// The step is left out where the test holds: its work is done already.
  case skipIf
  /// The step is left out where the test does not hold: it does not apply.
  case onlyIf
  /// The step fails where the test does not hold.
  case require
}
