import Diagnostics

/// Lets a service's pods connect to something that it does not `need` but talks to.
///
/// ```swift
/// AllowEgress(to: .internet)
/// AllowEgress(to: .cidr("192.168.1.230/32"), ports: [.tcp(2049)])
/// ```
///
/// Without it they reach what the service `needs`, and name servers.
public struct AllowEgress: Sendable, Hashable {
  /// The other side.
  public let peer: TrafficPeer
  /// The ports; all where there are none.
  public let ports: [Port]
  /// Where it was declared.
  public let declared: SourceLocation

  /// Allows connections to a peer.
  ///
  /// - Parameters:
  ///   - peer: The other side.
  ///   - ports: The ports; all unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(to peer: TrafficPeer, ports: [Port] = [], file: StaticString = #fileID, line: UInt = #line) {
    self.peer = peer
    self.ports = ports
    self.declared = SourceLocation(file, line)
  }
}
