import LabLanguage
import LabModel
import Systems

/// What the records of the real lab agree on, as far as the contradictions need it.
enum Records {
  static let servers = Network("servers", "192.168.10.0/24", gateway: "192.168.10.1") {
    MetalLBPool("default-pool", from: "192.168.10.100", to: "192.168.10.150")
  }
  static let pve1 = ProxmoxHost("pve1", at: servers["192.168.10.21"], cores: 24, memory: .gib(64))
  static let pve2 = ProxmoxHost("pve2", at: servers["192.168.10.22"], cores: 24, memory: .gib(64))
  static let tank = Pool("tank", size: .tib(40))
  static let truenas = TrueNAS("truenas", version: "25.10", at: servers["192.168.10.24"]) { tank }
  static let shared = Datastore("tank", on: tank)
  static let local = Datastore("local-lvm")
  static let ubuntu = VMTemplate("ubuntu-2404", id: 9000, on: pve1, operatingSystem: .ubuntu2404)
  static let iscsi = StorageClass("freenas-iscsi-csi", on: tank, protocol: .iscsi)
  static let km01 = BareMetalHost("km01", at: servers["192.168.10.234"], cores: 4, memory: .gib(16), disk: .tib(1))
  static let km02 = vm("km02", id: 221, on: pve1, at: "192.168.10.235")
  static let km03 = vm("km03", id: 222, on: pve2, at: "192.168.10.236")
  static let kube01 = vm("kube01", id: 223, on: pve2, at: "192.168.10.237")
  static let kube02 = vm("kube02", id: 224, on: pve1, at: "192.168.10.238")

  /// Everything but the machines of the cluster, which stand in the lab through it.
  static let base: [any Component] = [servers, pve1, pve2, truenas, shared, local, ubuntu, iscsi]

  /// A VM of the size that nodes have.
  static func vm(
    _ name: String, id: Int, on host: ProxmoxHost, at address: String, store: Datastore = local,
    file: StaticString = #fileID, line: UInt = #line
  ) -> VM {
    VM(
      name, id: id, on: host, at: servers[address], cores: 4, memory: .gib(8), disk: .gib(100), store: store,
      from: ubuntu, file: file, line: line)
  }

  /// The cluster, with one fact changed.
  static func cluster(
    kubernetes: String = "1.35.4", km03: VM = km03, kube01: VM = kube01, variables: [KubesprayVariable] = []
  ) -> KubesprayCluster {
    KubesprayCluster("homelab", release: "2.31.0", kubernetes: kubernetes, variables: variables) {
      ControlPlane(km01)
      ControlPlane(km02)
      ControlPlane(km03)
      Worker(kube01)
      Worker(kube02)
    }
  }
}

extension ResolvedLab {
  /// A lab of what the records agree on and what a contradiction adds.
  static func records(@LabBuilder _ things: () -> [any Component]) -> ResolvedLab {
    ResolvedLab(name: "records", domain: "lab.example", listed: Records.base + things())
  }
}
