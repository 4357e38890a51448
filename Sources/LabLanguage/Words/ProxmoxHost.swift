import Diagnostics
import LabModel

/// A Proxmox VE host that runs VMs.
///
/// ```swift
/// let pve1 = ProxmoxHost("pve1", at: lan["192.168.10.21"], cores: 16, memory: .gib(64))
/// ```
///
/// Emits nothing by itself: Terraform places VMs on it, fencing asks its API.
public struct ProxmoxHost: Component {
  /// The port of the Proxmox web interface and API (Proxmox VE documentation, "Ports used").
  public static let apiPort = 8006

  /// The host's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// Its address.
  public let address: NetworkAddress
  /// Its bridges; none where it has whatever its networks name.
  public let bridges: [Bridge]
  /// How many processor cores (threads) it has.
  public let cores: Int
  /// How much memory it has.
  public let memory: DataSize

  /// Declares a Proxmox host.
  ///
  /// - Parameters:
  ///   - name: Its node name in Proxmox, a DNS label.
  ///   - address: Its address.
  ///   - cores: Processor threads, as Proxmox counts them.
  ///   - memory: Memory.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - parts: Its ``Bridge``s; without any it is taken to have whatever its networks name.
  public init(
    _ name: String, at address: NetworkAddress, cores: Int, memory: DataSize, file: StaticString = #fileID,
    line: UInt = #line, @Parts<any HostPart> parts: () -> [any HostPart] = { [] }
  ) {
    self.id = ThingID("host", name)
    self.declared = SourceLocation(file, line)
    self.address = address
    self.bridges = parts().compactMap { $0 as? Bridge }
    self.cores = cores
    self.memory = memory
  }

  /// Cores and memory.
  public var summary: String { "Proxmox host, \(cores) cores, \(memory)" }
  /// Its first address, and those on its bridges.
  public var interfaces: [NetworkInterface] {
    [NetworkInterface("net0", address, declared: declared)]
      + bridges.compactMap { bridge in
        guard let own = bridge.address, own != address else { return nil }
        return NetworkInterface(bridge.name, own, mtu: bridge.mtu, declared: bridge.declared)
      }
  }
  /// The address of each interface.
  public var addresses: [NetworkAddress] { interfaces.map(\.address) }
  /// The Proxmox API.
  public var listeners: [Listener] { [Listener(on: id, port: Self.apiPort, use: "Proxmox API")] }
  /// Address, bridges, cores, memory, API.
  public var facts: [Fact] {
    [
      Fact("address", "Address", address.text, link: address.network)
    ]
      + bridges.map { Fact("bridge", "Bridge \($0.name)", $0.description, link: $0.address?.network) }
      + [
        Fact("cores", "Cores", "\(cores)"),
        Fact("memory", "Memory", "\(memory)"),
        Fact("api", "Proxmox API", "https://\(address.text):\(Self.apiPort)"),
      ]
  }
}
