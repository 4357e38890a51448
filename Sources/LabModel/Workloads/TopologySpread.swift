import Diagnostics

/// Spreads a service's replicas over nodes or zones.
///
/// ```swift
/// TopologySpread(over: "topology.kubernetes.io/zone", isRequired: true)
/// ```
///
/// Without one, replicas are spread over nodes as far as that is possible.
public struct TopologySpread: Sendable, Hashable {
  /// The label of nodes that says what one place is.
  public let topologyKey: String
  /// How many more replicas one place may have than another, 1 and more.
  public let maxSkew: Int
  /// Whether a pod waits rather than to break this.
  public let isRequired: Bool
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a spread.
  ///
  /// - Parameters:
  ///   - topologyKey: The label of nodes that says what one place is; the node itself unless said otherwise.
  ///   - maxSkew: How many more replicas one place may have than another; one unless said otherwise.
  ///   - isRequired: Whether a pod waits rather than to break this; a wish unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    over topologyKey: String = "kubernetes.io/hostname", maxSkew: Int = 1, isRequired: Bool = false,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.topologyKey = topologyKey
    self.maxSkew = maxSkew
    self.isRequired = isRequired
    self.declared = SourceLocation(file, line)
  }
}
