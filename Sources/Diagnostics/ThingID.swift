/// The identity of one thing of a lab: its kind and its name, as in `service mealie`.
///
/// The same two words stand in diagnostics, on the command line (`impact service/mealie`), in the portal's addresses and
/// in placeholders of runbooks. Kinds are open, so that a system of one's own can have a kind of its own.
public struct ThingID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The kind in lower case, words joined by hyphens: `network`, `service`, `load-balancer`.
  public var kind: String
  /// The name that the lab gave it.
  public var name: String

  /// Names a thing by kind and name.
  public init(_ kind: String, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// The phrase that messages use: `service 'mealie'`.
  public var description: String { "\(kind) '\(name)'" }

  /// Orders by kind, then by name.
  public static func < (left: ThingID, right: ThingID) -> Bool {
    (left.kind, left.name) < (right.kind, right.name)
  }
}
