import Diagnostics
import LabModel

/// A WireGuard network that joins sites: each has an address in it and networks behind it.
///
/// ```swift
/// let family = VPN("family", "10.99.0.0/24") {
///   Site("home", at: "10.99.0.1", on: gateway, endpoint: "vpn.example.org", networks: [lan])
///   Site("cabin", at: "10.99.0.2", lans: ["192.168.50.0/24"])
/// }
/// ```
///
/// Emits nothing yet: it is what other networks are checked against.
public struct VPN: Component {
  /// The VPN's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The network of the sites' own addresses.
  public let tunnel: Network
  /// The largest packet of the way that it is carried over, in bytes.
  public let pathMTU: Int
  /// Its sites, each with its address on the tunnel.
  public let sites: [Site]

  /// Declares a VPN.
  ///
  /// - Parameters:
  ///   - name: A DNS label; names the network of the tunnel too.
  ///   - cidr: The network of the sites' own addresses, in CIDR notation.
  ///   - mtu: Its largest packet, in bytes; 1420 unless said otherwise, which is WireGuard's own.
  ///   - pathMTU: The largest packet of the way that it is carried over; 1500 unless said otherwise, 1492 over PPPoE.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - sites: Its ``Site``s.
  public init(
    _ name: String, _ cidr: String, mtu: Int = 1420, pathMTU: Int = 1500, file: StaticString = #fileID,
    line: UInt = #line, @Parts<Site> sites: () -> [Site]
  ) {
    let tunnel = Network(name, cidr, mtu: mtu, bridge: "none", file: file, line: line)
    self.id = ThingID("vpn", name)
    self.declared = SourceLocation(file, line)
    self.tunnel = tunnel
    self.pathMTU = pathMTU
    self.sites = sites().map { $0.joined(to: tunnel) }
  }

  /// Tunnel and sites.
  public var summary: String { "WireGuard \(tunnel.cidrText) between \(sites.map(\.name).joined(separator: ", "))" }
  /// Its tunnel and its sites stand in the lab through it.
  public var parts: [any Component] { [tunnel] + sites }
  /// Consists of its sites.
  public var relations: [Relation] { sites.map { Relation(.consistsOf, $0.id) } }
  /// Tunnel, packet size, sites.
  public var facts: [Fact] {
    [
      Fact("tunnel", "Tunnel", tunnel.cidrText, link: tunnel.id),
      Fact("mtu", "MTU", "\(tunnel.mtu)"),
    ] + sites.map { Fact("site", "Site", $0.name, link: $0.id) }
  }
}
