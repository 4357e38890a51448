/// What follows when a change is applied: how much is at stake, and why.
public struct Consequence: Sendable, Hashable {
  /// How much is at stake.
  public var risk: Risk
  /// What happens, one phrase without a full stop; empty where there is nothing to say.
  public var reason: String

  /// States what follows.
  public init(_ risk: Risk, _ reason: String = "") {
    self.risk = risk
    self.reason = reason
  }

  /// Nobody notices.
  public static let nothing = Consequence(.none)
}
