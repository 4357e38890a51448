import Diagnostics
import LabLanguage
import LabModel
import Systems

/// A lab of the shape of the Basement: hosts, VMs, a kubespray cluster, a load balancer in front of it, services behind.
///
/// Every thing has a line of its own; every number comes from a knob.
struct GeneratedLab {
  /// How many services it has.
  var services = 4
  /// A service that is left out, though the others stay as they are.
  var without: Int?
  let knobs: Knobs

  private static let file: StaticString = "Generated/Lab.swift"

  var resolved: ResolvedLab {
    let lan = Network(
      "lan", "192.168.10.0/24", vlan: knobs("lan.vlan", 1, 10),
      gateway: "192.168.10.\(knobs("lan.gateway", 1, 1))", dns: ["192.168.10.\(knobs("lan.dns", 1, 3))"],
      file: Self.file, line: 1)
    let hosts = (0..<3).map { number in
      ProxmoxHost(
        "pve\(number)", at: lan["192.168.10.\(knobs("pve\(number).address", 10 + UInt(number), 20 + 5 * number))"],
        cores: 32, memory: .gib(256), file: Self.file, line: 10 + UInt(number))
    }
    let store = Datastore("store\(knobs("store.name", 5, 1))", file: Self.file, line: 5)
    let template = VMTemplate(
      "ubuntu", id: knobs("template.id", 6, 9000), on: hosts[0], operatingSystem: .ubuntu2404, file: Self.file, line: 6)
    let nas = TrueNAS("nas", version: "25.10", at: lan["192.168.10.6"], file: Self.file, line: 7) {
      Pool("tank", size: .tib(20), file: Self.file, line: 8)
    }
    let nodes = (0..<5).map { machine("node\($0)", $0, 100 + UInt($0), on: hosts, lan, store, template) }
    let balancers = (0..<2).map { machine("lb\($0)", 10 + $0, 120 + UInt($0), on: hosts, lan, store, template) }
    let cluster = KubesprayCluster(
      "homelab", release: "2.31.0", kubernetes: "1.35.4", file: Self.file, line: 200
    ) {
      for (number, node) in nodes.enumerated() { part(node, number) }
    }
    let edge = LoadBalancer(
      "edge", vip: lan["192.168.10.\(knobs("edge.vip", 210, 240))"],
      fencing: .proxmox(account: "fence@pve", password: SecretReference("lab/fence", key: "password")),
      settings: .init(
        token: knobs("edge.token", 210, 1000), healthPort: knobs("edge.health", 210, 8888),
        idle: .seconds(knobs("edge.idle", 210, 600))), file: Self.file, line: 210
    ) {
      for machine in balancers { machine }
    }
    .fronts(cluster.apiServer)
    let namespace = Namespace("apps", in: cluster, file: Self.file, line: 220)
    let listed: [any Component] =
      [lan, store, template, nas, cluster, edge, namespace] + hosts
      + (0..<services).filter { $0 != without }.map { service($0, namespace, edge, nas) }
    return ResolvedLab(name: "generated", domain: "lab.example", listed: listed)
  }

  private func part(_ machine: VM, _ number: Int) -> any KubesprayPart {
    let line = 205 + UInt(number)
    return number < 3
      ? ControlPlane(machine, file: Self.file, line: line) : Worker(machine, file: Self.file, line: line)
  }

  private func machine(
    _ name: String, _ number: Int, _ line: UInt, on hosts: [ProxmoxHost], _ lan: Network, _ store: Datastore,
    _ template: VMTemplate
  ) -> VM {
    VM(
      name, id: knobs("\(name).id", line, 300 + 10 * number), on: hosts[number % hosts.count],
      at: lan["192.168.10.\(knobs("\(name).address", line, 100 + 5 * number))"],
      cores: knobs("\(name).cores", line, 4), memory: .gib(knobs("\(name).memory", line, 8)),
      disk: .gib(knobs("\(name).disk", line, 100)), store: store, from: template, file: Self.file, line: line)
  }

  private func service(_ number: Int, _ namespace: Namespace, _ edge: LoadBalancer, _ nas: TrueNAS) -> Service {
    let line = 300 + 10 * UInt(number)
    let name = "app\(number)"
    return Service(name, in: namespace, "an application", file: Self.file, line: line) {
      Container(
        "ghcr.io/example/\(name):1.\(knobs("\(name).version", line + 1, 4)).0",
        port: knobs("\(name).port", line + 1, 8000 + 10 * number), file: Self.file, line: line + 1)
      Alert(
        "App\(number)Slow", when: "app_seconds{app=\"\(name)\"} > \(knobs("\(name).slow", line + 2, 3))",
        for: .minutes(knobs("\(name).for", line + 2, 5)), severity: .warning, says: "\(name) is slow",
        runbook: "edge/site-down", file: Self.file, line: line + 2)
    }
    .exposed(
      at: "\(name)-\(knobs("\(name).host", line + 3, 1)).lab.example", through: edge,
      port: knobs("\(name).frontend", line + 3, 9000 + 10 * number),
      nodePort: knobs("\(name).nodePort", line + 3, 30_100 + 10 * number), file: Self.file, line: line + 3)
  }
}
