import Diagnostics
import LabModel

/// A virtual machine on a Proxmox host.
///
/// ```swift
/// let km02 = VM(
///   "km02", id: 221, on: pve1, at: lan["192.168.10.235"], cores: 4, memory: .gib(8), disk: .gib(100), store: tank,
///   from: ubuntu)
/// ```
///
/// Emits a `proxmox_virtual_environment_vm` for Terraform and a host of Ansible's inventory.
public struct VM: Machine {
  /// The VM's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// Its number in Proxmox.
  public let vmid: Int
  /// The host it runs on.
  public let host: ThingID
  /// Its address.
  public let address: NetworkAddress
  /// Its interfaces, the one with its address first.
  public let interfaces: [NetworkInterface]
  /// How many processor cores it has.
  public let cores: Int
  /// How much memory it has.
  public let memory: DataSize
  /// Its disk.
  public let disk: DataSize
  /// The datastore its disk lies on.
  public let store: ThingID
  /// The template it is cloned from.
  public let template: ThingID
  /// What it runs.
  public let operatingSystem: OperatingSystem

  /// Declares a VM.
  ///
  /// - Parameters:
  ///   - name: Its host name, a DNS label.
  ///   - vmid: Its number in Proxmox, 100 to 999999999.
  ///   - host: The host it runs on.
  ///   - address: Its address.
  ///   - cores: Processor cores.
  ///   - memory: Memory.
  ///   - disk: Disk.
  ///   - store: The datastore its disk lies on.
  ///   - template: The template it is cloned from.
  ///   - mac: The MAC address of its first interface; Proxmox's choice unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - parts: Further ``NIC``s.
  public init(
    _ name: String, id vmid: Int, on host: ProxmoxHost, at address: NetworkAddress, cores: Int, memory: DataSize,
    disk: DataSize, store: Datastore, from template: VMTemplate, mac: String? = nil,
    file: StaticString = #fileID, line: UInt = #line, @Parts<any MachinePart> parts: () -> [any MachinePart] = { [] }
  ) {
    self.id = ThingID("vm", name)
    self.declared = SourceLocation(file, line)
    self.vmid = vmid
    self.host = host.id
    self.address = address
    self.interfaces = NIC.all(
      first: address, mac: mac, declared: declared, more: parts().compactMap { $0 as? NIC })
    self.cores = cores
    self.memory = memory
    self.disk = disk
    self.store = store.id
    self.template = template.id
    self.operatingSystem = template.operatingSystem
  }

  /// Its host.
  public var failureDomain: ThingID { host }
  /// Cores and memory.
  public var summary: String { "VM \(vmid), \(cores) cores, \(memory)" }
  /// The address of each interface.
  public var addresses: [NetworkAddress] { interfaces.map(\.address) }
  /// Runs on its host, stored on its datastore.
  public var relations: [Relation] { [Relation(.runsOn, host), Relation(.storedOn, store)] }
  /// Host, address, further interfaces, number, cores, memory, disk, system.
  public var facts: [Fact] {
    [
      Fact("host", "Host", host.name, link: host),
      Fact("address", "Address", address.text, link: address.network),
    ] + interfaceFacts + [
      Fact("vmid", "VMID", "\(vmid)"),
      Fact("cores", "Cores", "\(cores)"),
      Fact("memory", "Memory", "\(memory)"),
      Fact("disk", "Disk", "\(disk)", link: store),
      Fact("os", "System", "\(operatingSystem)", link: template),
    ]
  }
}
