/// Something cannot be told: a value that is missing or of the wrong kind, output that is no JSON.
public struct Misjudgement: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is in the way, one phrase.
  public var reason: String

  /// Says what is in the way.
  public init(_ reason: String) { self.reason = reason }

  /// The reason.
  public var description: String { reason }
}
