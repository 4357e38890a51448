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
  /// The stretches of addresses that are spoken for.
  public let addressRanges: [AddressRange]

  /// Declares a network.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - cidr: The network in CIDR notation.
  ///   - vlan: The VLAN tag, 1 to 4094; none on the untagged network.
  ///   - gateway: The router's address; none where the network leads nowhere.
  ///   - dns: The name servers that machines on it use.
  ///   - mtu: The largest packet, in bytes; 1500 unless said otherwise.
  ///   - bridge: The Proxmox bridge that leads to it; `vmbr0` unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - parts: ``DHCP`` ranges, ``MetalLBPool``s and ``Reserved`` stretches.
  public init(
    _ name: String, _ cidr: String, vlan: Int? = nil, gateway: String? = nil, dns: [String] = [], mtu: Int = 1500,
    bridge: String = "vmbr0", file: StaticString = #fileID, line: UInt = #line,
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
    self.addressRanges = parts().map { $0.range(on: id) }
  }

  /// An address on this network; that it lies in it is a check's business.
  public subscript(_ address: String) -> NetworkAddress {
    NetworkAddress(address, on: id, prefix: cidr?.prefix)
  }

  /// The network, or nil where the CIDR cannot be read.
  public var cidr: IPv4Network? { IPv4Network(cidrText) }

  /// CIDR and VLAN.
  public var summary: String { vlan.map { "\(cidrText), VLAN \($0)" } ?? cidrText }

  /// CIDR, VLAN, gateway, name servers.
  public var facts: [Fact] {
    var facts = [Fact("cidr", "CIDR", cidrText)]
    if let vlan { facts.append(Fact("vlan", "VLAN", "\(vlan)")) }
    if let gateway { facts.append(Fact("gateway", "Gateway", gateway)) }
    if !dns.isEmpty { facts.append(Fact("dns", "Name servers", dns.joined(separator: ", "))) }
    facts.append(Fact("bridge", "Proxmox bridge", bridge))
    facts.append(Fact("mtu", "MTU", "\(mtu)"))
    return facts
  }
}

/// What may stand in the braces of a ``Network``.
public protocol NetworkPart: Sendable {
  /// The stretch of addresses that it takes on the network.
  func range(on network: ThingID) -> AddressRange
}
