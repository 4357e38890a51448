import Diagnostics
import LabModel

/// What a workload may connect to and be reached by; whatever is not named is refused.
public struct Traffic: Sendable, Hashable {
  /// What may reach it, by which of its ports.
  public var incoming: [Rule] = []
  /// What it may connect to, at which of their ports.
  public var outgoing: [Rule] = []

  /// Nothing is allowed.
  public init() {}

  /// Connections that are allowed.
  public struct Rule: Sendable, Hashable {
    /// The other side.
    public var peer: Peer
    /// The ports; all where there are none.
    public var ports: [Port]
    /// Where it was declared.
    public var origin: SourceLocation

    /// Allows connections.
    public init(_ peer: Peer, ports: [Port], origin: SourceLocation) {
      self.peer = peer
      self.ports = ports
      self.origin = origin
    }
  }

  /// The other side of connections.
  public enum Peer: Sendable, Hashable {
    /// The pods of a workload of the same cluster.
    case workload(namespace: String, name: String)
    /// Every pod of a namespace.
    case namespace(String)
    /// Addresses in CIDR notation.
    case addresses([String])
    /// Every address that is not private.
    case internet
    /// Every address.
    case anywhere
  }
}
