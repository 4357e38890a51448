import Diagnostics

/// Puts a service's pods beside pods with some labels, or apart from them.
///
/// ```swift
/// PodAffinity(.apart, labels: ["app.kubernetes.io/name": "web"])
/// ```
public struct PodAffinity: Sendable, Hashable {
  /// Beside or apart.
  public enum Placement: String, Sendable, Hashable, CaseIterable {
    /// In the same place.
    case together
    /// In another place.
    case apart
  }

  /// A label with its value.
  public struct Match: Sendable, Hashable {
    /// The label.
    public let key: String
    /// Its value.
    public let value: String
  }

  /// Beside or apart.
  public let placement: Placement
  /// The labels of the other pods, in the order that was written.
  public let labels: [Match]
  /// The label of nodes that says what one place is.
  public let topologyKey: String
  /// Whether a pod starts only where this holds.
  public let isRequired: Bool
  /// How much a wish weighs, 1 to 100.
  public let weight: Int
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares an affinity.
  ///
  /// - Parameters:
  ///   - placement: Beside or apart.
  ///   - labels: The labels of the other pods, in the same namespace.
  ///   - topologyKey: The label of nodes that says what one place is; the node itself unless said otherwise.
  ///   - isRequired: Whether a pod starts only where this holds; a wish unless said otherwise.
  ///   - weight: How much a wish weighs, 1 to 100.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ placement: Placement, labels: KeyValuePairs<String, String>, over topologyKey: String = "kubernetes.io/hostname",
    isRequired: Bool = false, weight: Int = 100, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.placement = placement
    self.labels = labels.map { Match(key: $0.key, value: $0.value) }
    self.topologyKey = topologyKey
    self.isRequired = isRequired
    self.weight = weight
    self.declared = SourceLocation(file, line)
  }
}
