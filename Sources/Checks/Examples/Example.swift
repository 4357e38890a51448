import LabLanguage
import LabModel

/// The things that the example labs of checks are made of: nothing here breaks a rule.
enum Example {
  static let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1", dns: ["192.168.10.1"])
  static let pve1 = ProxmoxHost("pve1", at: lan["192.168.10.21"], cores: 16, memory: .gib(64))
  static let pve2 = ProxmoxHost("pve2", at: lan["192.168.10.22"], cores: 16, memory: .gib(64))
  static let tank = Pool("tank", size: .tib(10))
  static let truenas = TrueNAS("truenas", version: "25.10", at: lan["192.168.10.24"]) { tank }
  static let vault = Pool("volume1", size: .tib(10))
  static let synology = Synology("synology", version: "7.2", at: lan["192.168.10.25"]) { vault }
  static let disks = Datastore("tank-disks", on: tank)
  static let iscsi = StorageClass("iscsi", on: tank, protocol: .iscsi)
  static let ubuntu = VMTemplate("ubuntu-2404", id: 9000, on: pve1, operatingSystem: .ubuntu2404)
  static let guests = Network("guests", "192.168.20.0/24", vlan: 20, gateway: "192.168.20.1")
  static let storage = Network("storage", "192.168.2.0/24", bridge: "vmbr1")
  static let node = BareMetalHost("node", at: lan["192.168.10.30"], cores: 8, memory: .gib(32), disk: .tib(1))

  /// All of the above but for the networks beside the LAN.
  static let base: [any Component] = [lan, pve1, pve2, truenas, synology, disks, iscsi, ubuntu, node]

  /// A VM that fits anywhere, on the LAN.
  static func vm(
    _ name: String, id: Int, on host: ProxmoxHost = pve1, at address: String, cores: Int = 2,
    memory: DataSize = .gib(2), disk: DataSize = .gib(20), mac: String? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) -> VM {
    VM(
      name, id: id, on: host, at: lan[address], cores: cores, memory: memory, disk: disk, store: disks, from: ubuntu,
      mac: mac, file: file, line: line)
  }

  /// A VM that fits anywhere.
  static func vm(
    _ name: String, id: Int, on host: ProxmoxHost = pve1, at address: NetworkAddress, store: Datastore = disks,
    file: StaticString = #fileID, line: UInt = #line
  ) -> VM {
    VM(
      name, id: id, on: host, at: address, cores: 2, memory: .gib(2), disk: .gib(20), store: store, from: ubuntu,
      file: file, line: line)
  }

  /// A bare-metal machine of usual size, with further interfaces.
  static func machine(
    _ name: String, at address: NetworkAddress, file: StaticString = #fileID, line: UInt = #line,
    @Parts<any MachinePart> parts: () -> [any MachinePart] = { [] }
  ) -> BareMetalHost {
    BareMetalHost(
      name, at: address, cores: 4, memory: .gib(16), disk: .tib(1), file: file, line: line, parts: parts)
  }
}

extension ResolvedLab {
  /// An example lab: what every example has, and what this one adds.
  static func example(@LabBuilder _ things: () -> [any Component]) -> ResolvedLab {
    bare {
      Example.base; things()
    }
  }

  /// An example lab of the given things only.
  static func bare(@LabBuilder _ things: () -> [any Component]) -> ResolvedLab {
    ResolvedLab(name: "example", domain: "lab.example", listed: things())
  }
}
