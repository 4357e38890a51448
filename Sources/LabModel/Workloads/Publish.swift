import Diagnostics

/// A port at which a service answers beside its containers' own.
///
/// ```swift
/// Publish(80, to: 8080, as: .clusterIP)
/// Publish(30080, to: 8080, as: .nodePort)
/// Publish(443, to: 8443, as: .loadBalancer, at: lan["192.168.10.101"])
/// Publish(53, transport: .udp, as: .hostPort)
/// ```
///
/// For a host name behind one of the lab's load balancers, say `.exposed(at:through:)` instead.
public struct Publish: Sendable, Hashable {
  /// Where the port is open.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// On the service's address inside the cluster.
    case clusterIP
    /// On every node of the cluster.
    case nodePort
    /// On an address of its own that the cluster's load balancer (such as MetalLB) gives.
    case loadBalancer
    /// On the nodes that run a pod.
    case hostPort

    /// The kind as people read it.
    public var title: String {
      switch self {
      case .clusterIP: "cluster port"
      case .nodePort: "node port"
      case .loadBalancer: "load balancer port"
      case .hostPort: "host port"
      }
    }
  }

  /// The port that clients use.
  public let port: Int
  /// The container's port.
  public let target: Int
  /// TCP or UDP.
  public let transport: Transport
  /// Where it is open.
  public let kind: Kind
  /// The load balancer's address; nil for whichever it gives.
  public let address: NetworkAddress?
  /// The node's address that a host port is open on; nil for all.
  public let hostAddress: String?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a port.
  ///
  /// - Parameters:
  ///   - port: The port that clients use: 30000 to 32767 for a node port, otherwise 1 to 65535.
  ///   - target: The container's port; the same unless said otherwise.
  ///   - transport: TCP unless said otherwise.
  ///   - kind: Where it is open.
  ///   - address: The load balancer's address; whichever it gives unless said otherwise.
  ///   - hostAddress: The node's address that a host port is open on; all unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ port: Int, to target: Int? = nil, transport: Transport = .tcp, as kind: Kind, at address: NetworkAddress? = nil,
    hostAddress: String? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.port = port
    self.target = target ?? port
    self.transport = transport
    self.kind = kind
    self.address = address
    self.hostAddress = hostAddress
    self.declared = SourceLocation(file, line)
  }
}
