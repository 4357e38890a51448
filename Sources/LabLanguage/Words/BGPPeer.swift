import Diagnostics
import LabModel

/// A router that the nodes of a cluster tell the way to service addresses, over BGP.
///
/// ```swift
/// let udm = BGPPeer("udm", of: k8s, at: lan["192.168.10.1"], asn: 64513, localASN: 64512)
/// ```
///
/// The pools that it learns are those announced by BGP: `MetalLBPool(..., announcedBy: .bgp)`. An address, its number and
/// the cluster's number are all needed, so none can be forgotten.
public struct BGPPeer: Component {
  /// The peering's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The cluster whose nodes peer with it.
  public let cluster: ThingID
  /// The router's address.
  public let address: NetworkAddress
  /// The router's autonomous system number.
  public let asn: Int
  /// The cluster's autonomous system number.
  public let localASN: Int
  /// How long the router may be silent before it is given up.
  public let holdTime: Interval
  /// Whether the router may be more than one hop away.
  public let multihop: Bool

  /// Declares a peering.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - cluster: The cluster whose nodes peer with the router.
  ///   - address: The router's address, on a network that the nodes are on.
  ///   - asn: The router's autonomous system number, 1 to 4294967295; 64512 to 65534 are for private use.
  ///   - localASN: The cluster's autonomous system number.
  ///   - holdTime: How long the router may be silent before it is given up, zero or 3 s and more; 90 s unless said
  ///     otherwise.
  ///   - multihop: Whether the router may be more than one hop away; not unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, of cluster: any Cluster, at address: NetworkAddress, asn: Int, localASN: Int,
    holdTime: Interval = .seconds(90), multihop: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.id = ThingID("bgp-peer", name)
    self.declared = SourceLocation(file, line)
    self.cluster = cluster.id
    self.address = address
    self.asn = asn
    self.localASN = localASN
    self.holdTime = holdTime
    self.multihop = multihop
  }

  /// Both numbers and the address.
  public var summary: String { "AS \(localASN) of \(cluster.name) with AS \(asn) at \(address.text)" }
  /// Needs its cluster.
  public var relations: [Relation] { [Relation(.needs, cluster)] }
  /// Cluster, address, numbers, hold time.
  public var facts: [Fact] {
    [
      Fact("cluster", "Cluster", cluster.name, link: cluster),
      Fact("address", "Router's address", address.text, link: address.network),
      Fact("asn", "Router's AS", "\(asn)"),
      Fact("local-asn", "Cluster's AS", "\(localASN)"),
      Fact("hold-time", "Hold time", "\(holdTime)"),
    ]
  }
}
