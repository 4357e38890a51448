import Diagnostics

/// Lets something connect to a service's pods that neither `needs` it nor comes through an exposure.
///
/// ```swift
/// AllowIngress(from: .cidr("192.168.1.0/24"), ports: [.tcp(8123)])
/// ```
public struct AllowIngress: Sendable, Hashable {
  /// The other side.
  public let peer: TrafficPeer
  /// The ports of the containers; all where there are none.
  public let ports: [Port]
  /// Where it was declared.
  public let declared: SourceLocation

  /// Allows connections from a peer.
  ///
  /// - Parameters:
  ///   - peer: The other side.
  ///   - ports: The ports of the containers; all unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(from peer: TrafficPeer, ports: [Port] = [], file: StaticString = #fileID, line: UInt = #line) {
    self.peer = peer
    self.ports = ports
    self.declared = SourceLocation(file, line)
  }
}
