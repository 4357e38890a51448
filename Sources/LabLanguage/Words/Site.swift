import Diagnostics
import LabModel

/// One end of a ``VPN``: a place with networks behind it.
///
/// ```swift
/// Site("cabin", at: "10.99.0.2", lans: ["192.168.50.0/24"])
/// ```
public struct Site: Component {
  /// WireGuard's usual port.
  public static let usualPort = 51820

  /// The site's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// What was written as its address on the tunnel.
  public let addressText: String
  /// The machine of the lab that ends the tunnel here; nil for a place that the lab does not describe.
  public let machine: ThingID?
  /// The addresses of that machine.
  public let machineAddresses: [NetworkAddress]
  /// The name or address that other sites call; nil where it only calls others.
  public let endpoint: String?
  /// The UDP port that it listens on.
  public let port: Int
  /// The networks of the lab behind it.
  public let networks: [ThingID]
  /// What was written as further networks behind it, in CIDR notation.
  public let lans: [String]
  /// Its address on the tunnel, once it stands in a VPN.
  public private(set) var addresses: [NetworkAddress] = []

  /// Declares a site.
  ///
  /// - Parameters:
  ///   - name: A DNS label, unique in the lab.
  ///   - address: Its address on the tunnel.
  ///   - machine: The machine of the lab that ends the tunnel here; none for a place that the lab does not describe.
  ///   - endpoint: The name or address that other sites call; none where it only calls others.
  ///   - port: The UDP port that it listens on, 1 to 65535; 51820 unless said otherwise.
  ///   - networks: The networks of the lab behind it.
  ///   - lans: Further networks behind it, in CIDR notation.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, at address: String, on machine: (any Machine)? = nil, endpoint: String? = nil,
    port: Int = Site.usualPort, networks: [Network] = [], lans: [String] = [], file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.id = ThingID("site", name)
    self.declared = SourceLocation(file, line)
    self.addressText = address
    self.machine = machine?.id
    self.machineAddresses = machine?.interfaces.map(\.address) ?? []
    self.endpoint = endpoint
    self.port = port
    self.networks = networks.map(\.id)
    self.lans = lans
  }

  func joined(to tunnel: Network) -> Site {
    var copy = self
    copy.addresses = [tunnel[addressText]]
    return copy
  }

  /// Its address and what is behind it.
  public var summary: String {
    "\(addressText), in front of \((networks.map(\.name) + lans).joined(separator: ", "))"
  }
  /// Runs on its machine.
  public var relations: [Relation] { machine.map { [Relation(.runsOn, $0)] } ?? [] }
  /// Its port, where it runs on a machine of the lab.
  public var listeners: [Listener] {
    machine.map { [Listener(on: $0, port: port, .udp, use: "WireGuard of \(id)")] } ?? []
  }
  /// Machine, address, endpoint, networks behind it.
  public var facts: [Fact] {
    var facts = [Fact("address", "Address", addressText, link: addresses.first?.network)]
    if let machine { facts.append(Fact("machine", "Ends on", machine.name, link: machine)) }
    if let endpoint { facts.append(Fact("endpoint", "Endpoint", "\(endpoint):\(port)")) }
    facts += networks.map { Fact("network", "Network", $0.name, link: $0) }
    facts += lans.map { Fact("lan", "Network", $0) }
    return facts
  }
}
