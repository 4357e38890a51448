/// A run is not begun, or not taken up again; nothing has been run.
public struct RunRefusal: Error, Hashable, CustomStringConvertible {
  /// Every reason, one phrase each.
  public var reasons: [String]

  /// Refuses for one reason.
  public init(_ reason: String) { reasons = [reason] }

  /// Refuses for several reasons.
  public init(reasons: [String]) { self.reasons = reasons }

  /// The reasons, one a line.
  public var description: String { reasons.joined(separator: "\n") }
}
