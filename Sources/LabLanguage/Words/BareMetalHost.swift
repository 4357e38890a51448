import Diagnostics
import LabModel

/// A computer without a hypervisor that runs services or cluster nodes itself.
///
/// ```swift
/// let km01 = BareMetalHost("km01", at: lan["192.168.10.234"], cores: 4, memory: .gib(16), disk: .tib(1))
/// ```
///
/// It appears in Ansible's inventories; Terraform does not know it.
public struct BareMetalHost: Machine {
  /// The host's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// Its address.
  public let address: NetworkAddress
  /// Its interfaces, the one with its address first.
  public let interfaces: [NetworkInterface]
  /// How many processor cores it has.
  public let cores: Int
  /// How much memory it has.
  public let memory: DataSize
  /// Its local disk.
  public let disk: DataSize
  /// What it runs.
  public let operatingSystem: OperatingSystem

  /// Declares a bare-metal host.
  ///
  /// - Parameters:
  ///   - name: Its host name, a DNS label.
  ///   - address: Its address.
  ///   - cores: Processor cores.
  ///   - memory: Memory.
  ///   - disk: Local disk.
  ///   - operatingSystem: What it runs; Ubuntu 24.04 unless said otherwise.
  ///   - mac: The MAC address of its first interface; unknown unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - parts: Further ``NIC``s.
  public init(
    _ name: String, at address: NetworkAddress, cores: Int, memory: DataSize, disk: DataSize,
    operatingSystem: OperatingSystem = .ubuntu2404, mac: String? = nil, file: StaticString = #fileID,
    line: UInt = #line, @Parts<any MachinePart> parts: () -> [any MachinePart] = { [] }
  ) {
    self.id = ThingID("host", name)
    self.declared = SourceLocation(file, line)
    self.address = address
    self.interfaces = NIC.all(
      first: address, mac: mac, declared: declared, more: parts().compactMap { $0 as? NIC })
    self.cores = cores
    self.memory = memory
    self.disk = disk
    self.operatingSystem = operatingSystem
  }

  /// Itself.
  public var failureDomain: ThingID { id }
  /// Cores and memory.
  public var summary: String { "bare metal, \(cores) cores, \(memory)" }
  /// The address of each interface.
  public var addresses: [NetworkAddress] { interfaces.map(\.address) }
  /// Address, further interfaces, cores, memory, disk, system.
  public var facts: [Fact] {
    [
      Fact("address", "Address", address.text, link: address.network)
    ] + interfaceFacts + [
      Fact("cores", "Cores", "\(cores)"),
      Fact("memory", "Memory", "\(memory)"),
      Fact("disk", "Disk", "\(disk)"),
      Fact("os", "System", "\(operatingSystem)"),
    ]
  }
}
