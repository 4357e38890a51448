import Diagnostics

/// Draws a service to nodes whose label fits, or keeps it on them.
///
/// ```swift
/// NodeAffinity("topology.kubernetes.io/zone", .isIn, ["attic", "basement"])
/// NodeAffinity("gpu", .exists, isRequired: false, weight: 50)
/// ```
public struct NodeAffinity: Sendable, Hashable {
  /// How a label is held against values.
  public enum Operator: String, Sendable, Hashable, CaseIterable {
    /// It has one of the values.
    case isIn = "In"
    /// It has none of the values.
    case isNotIn = "NotIn"
    /// It is there.
    case exists = "Exists"
    /// It is not there.
    case doesNotExist = "DoesNotExist"
    /// It is a number greater than the one value.
    case isGreater = "Gt"
    /// It is a number less than the one value.
    case isLess = "Lt"
  }

  /// The label.
  public let key: String
  /// How it is held against the values.
  public let comparison: Operator
  /// The values.
  public let values: [String]
  /// Whether a pod starts only on such a node.
  public let isRequired: Bool
  /// How much a wish weighs, 1 to 100.
  public let weight: Int
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares an affinity; several that are required must all hold.
  ///
  /// - Parameters:
  ///   - key: The label.
  ///   - comparison: How it is held against the values.
  ///   - values: The values; none for `exists` and `doesNotExist`.
  ///   - isRequired: Whether a pod starts only on such a node; it does unless said otherwise.
  ///   - weight: How much a wish weighs, 1 to 100.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ key: String, _ comparison: Operator, _ values: [String] = [], isRequired: Bool = true, weight: Int = 100,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.key = key
    self.comparison = comparison
    self.values = values
    self.isRequired = isRequired
    self.weight = weight
    self.declared = SourceLocation(file, line)
  }
}
