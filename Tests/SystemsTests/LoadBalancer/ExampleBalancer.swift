import Blueprint
import Compiler
import Diagnostics
import LabLanguage
import LabModel
import Systems
import Testing

/// A lab with a cluster of one control plane and two workers behind two balancers, as the tests vary it.
struct ExampleBalancer {
  let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1", dns: ["192.168.10.1"])
  let disks = Datastore("local-lvm")
  let pve1: ProxmoxHost
  let pve2: ProxmoxHost
  let template: VMTemplate
  let cluster: KubesprayCluster
  let apps: Namespace

  static let fencing = LoadBalancer.Fencing.proxmox(password: SecretReference("lab/fence", key: "password"))

  init() {
    pve1 = ProxmoxHost("pve1", at: lan["192.168.10.21"], cores: 16, memory: .gib(64))
    pve2 = ProxmoxHost("pve2", at: lan["192.168.10.22"], cores: 16, memory: .gib(64))
    template = VMTemplate("debian-13", id: 9000, on: pve1, operatingSystem: .debian13)
    let nodes = (1...3).map { [lan] number in
      BareMetalHost("node\(number)", at: lan["192.168.10.23\(number)"], cores: 4, memory: .gib(8), disk: .gib(200))
    }
    cluster = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") {
      ControlPlane(nodes[0])
      Worker(nodes[1])
      Worker(nodes[2])
    }
    apps = Namespace("apps", in: cluster)
  }

  /// A balancer in front of the API server.
  func balancer(_ name: String = "k8s-api", fencing: LoadBalancer.Fencing = fencing) -> LoadBalancer {
    LoadBalancer(name, vip: lan["192.168.10.250"], fencing: fencing) {
      VM(
        "lb1", id: 251, on: pve1, at: lan["192.168.10.251"], cores: 2, memory: .gib(2), disk: .gib(20), store: disks,
        from: template)
      VM(
        "lb2", id: 252, on: pve2, at: lan["192.168.10.252"], cores: 2, memory: .gib(2), disk: .gib(20), store: disks,
        from: template)
    }
    .fronts(cluster.apiServer)
  }

  /// A service of the cluster.
  func service(_ name: String) -> Service {
    Service(name, in: apps) { Container("example.org/app:1.0.0", port: 80) }
  }

  func lab(_ others: [any Component]) -> ResolvedLab {
    ResolvedLab(
      name: "tests", domain: "lab.example", listed: [lan, disks, pve1, pve2, template, cluster, apps] + others)
  }

  /// What a lab with some things becomes.
  func compilation(_ others: any Component...) -> Compilation { compile(lab(others)) }

  /// The blueprint, of a lab without mistakes.
  func blueprint(_ others: any Component...) throws -> Blueprint {
    let compilation = compile(lab(others))
    return try #require(compilation.blueprint, "\(compilation.diagnostics.map(\.message))")
  }
}
