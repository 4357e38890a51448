import LabLanguage
import LabModel
import Systems

/// A lab with a cluster of three control planes on three hosts and two workers, as the tests vary it.
struct ExampleCluster {
  let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1", dns: ["192.168.10.1"])
  let disks = Datastore("local-lvm")
  let host: ProxmoxHost
  let template: VMTemplate

  init() {
    host = ProxmoxHost("pve1", at: lan["192.168.10.21"], cores: 16, memory: .gib(64))
    template = VMTemplate("ubuntu-2404", id: 9000, on: host, operatingSystem: .ubuntu2404)
  }

  /// A bare-metal machine with a number from 1 to 9.
  func machine(
    _ number: Int, name: String? = nil, system: OperatingSystem = .ubuntu2404, memory: DataSize = .gib(8)
  ) -> BareMetalHost {
    BareMetalHost(
      name ?? "node\(number)", at: lan["192.168.10.23\(number)"], cores: 4, memory: memory, disk: .gib(200),
      operatingSystem: system)
  }

  /// Three control planes and two workers.
  var parts: [any KubesprayPart] {
    [
      ControlPlane(machine(1)), ControlPlane(machine(2)), ControlPlane(machine(3)), Worker(machine(4)),
      Worker(machine(5)),
    ]
  }

  /// A lab that lists a cluster and what it stands on.
  func lab(_ cluster: KubesprayCluster, and others: [any Component] = []) -> ResolvedLab {
    ResolvedLab(name: "tests", domain: "lab.example", listed: [lan, disks, host, template, cluster] + others)
  }
}
