import Diagnostics
import LabModel

/// A network: a CIDR, and what is known of it.
///
/// ```swift
/// let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1", dns: ["192.168.10.1"]) {
///   DHCP(from: "192.168.10.60", to: "192.168.10.99")
///   Reserved("printers", from: "192.168.10.200", to: "192.168.10.205")
/// }
/// let nas = lan["192.168.10.24"]
/// ```
public struct Network: Component {
  /// The network's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// What was written as its CIDR.
  public let cidrText: String
  /// The VLAN tag, 1 to 4094 when it is valid; nil on the untagged network.
  public let vlan: Int?
  /// What was written as its gateway.
  public let gateway: String?
  /// The name servers that machines on it use.
  public let dns: [String]
  /// The largest packet, in bytes.
  public let mtu: Int
  /// The bridge of the Proxmox hosts that leads to it.
  public let bridge: String
  /// The time servers that machines on it use.
  public let ntp: [String]
  /// The domains that names without a dot are looked up in.
  public let searchDomains: [String]
  /// The stretches of addresses that are spoken for.
  public let addressRanges: [AddressRange]
  /// Those that a DHCP server leases, with what it tells its clients.
  public let dhcp: [DHCP]
  /// Those that MetalLB assigns, with how they are announced.
  public let pools: [MetalLBPool]
  /// What its router reaches by another way than its own.
  public let routes: [Route]

  /// Declares a network.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - cidr: The network in CIDR notation.
  ///   - vlan: The VLAN tag, 1 to 4094; none on the untagged network.
  ///   - gateway: The router's address; none where the network leads nowhere.
  ///   - dns: The name servers that machines on it use.
  ///   - ntp: The time servers that machines on it use, addresses or names; the system's own without any.
  ///   - searchDomains: The domains that names without a dot are looked up in; the lab's own without any.
  ///   - mtu: The largest packet, in bytes; 1500 unless said otherwise.
  ///   - bridge: The Proxmox bridge that leads to it; `vmbr0` unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - parts: ``DHCP`` ranges, ``MetalLBPool``s, ``Reserved`` stretches and ``Route``s.
  public init(
    _ name: String, _ cidr: String, vlan: Int? = nil, gateway: String? = nil, dns: [String] = [], ntp: [String] = [],
    searchDomains: [String] = [], mtu: Int = 1500, bridge: String = "vmbr0", file: StaticString = #fileID,
    line: UInt = #line,
    @Parts<any NetworkPart> parts: () -> [any NetworkPart] = { [] }
  ) {
    let id = ThingID("network", name)
    self.id = id
    self.declared = SourceLocation(file, line)
    self.cidrText = cidr
    self.vlan = vlan
    self.gateway = gateway
    self.dns = dns
    self.mtu = mtu
    self.bridge = bridge
    let parts = parts()
    self.ntp = ntp
    self.searchDomains = searchDomains
    self.addressRanges = parts.compactMap { $0.range(on: id) }
    self.dhcp = parts.compactMap { $0 as? DHCP }
    self.pools = parts.compactMap { $0 as? MetalLBPool }
    self.routes = parts.compactMap { $0 as? Route }
  }

  /// An address on this network; that it lies in it is a check's business.
  public subscript(_ address: String) -> NetworkAddress {
    NetworkAddress(address, on: id, prefix: cidr?.prefix)
  }

  /// The network, or nil where the CIDR cannot be read.
  public var cidr: IPv4Network? { IPv4Network(cidrText) }

  /// CIDR and VLAN.
  public var summary: String { vlan.map { "\(cidrText), VLAN \($0)" } ?? cidrText }

  /// CIDR, VLAN, gateway, name and time servers, routes, bridge, MTU.
  public var facts: [Fact] {
    var facts = [Fact("cidr", "CIDR", cidrText)]
    if let vlan { facts.append(Fact("vlan", "VLAN", "\(vlan)")) }
    if let gateway { facts.append(Fact("gateway", "Gateway", gateway)) }
    if !dns.isEmpty { facts.append(Fact("dns", "Name servers", dns.joined(separator: ", "))) }
    if !ntp.isEmpty { facts.append(Fact("ntp", "Time servers", ntp.joined(separator: ", "))) }
    if !searchDomains.isEmpty {
      facts.append(Fact("search-domains", "Search domains", searchDomains.joined(separator: ", ")))
    }
    facts += routes.map { Fact("route", "Route to \($0.destinationText)", "via \($0.gateway)") }
    facts.append(Fact("bridge", "Proxmox bridge", bridge))
    facts.append(Fact("mtu", "MTU", "\(mtu)"))
    return facts
  }
}

/// What may stand in the braces of a ``Network``.
public protocol NetworkPart: Sendable {
  /// The stretch of addresses that it takes on the network; nil where it takes none.
  func range(on network: ThingID) -> AddressRange?
}
