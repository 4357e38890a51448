import Blueprint
import Diagnostics
import Documents
import Emitters
import LabModel

/// A blueprint with two balancers, as the tests vary it.
struct ExamplePair {
  static let owner = ThingID("load-balancer", "edge")
  static let origin = SourceLocation("Lab/Edge.swift", 7)

  var streams = [stream("homelab-api-server", port: 6443)]
  var sites = [site("mealie", at: "mealie.lab.example", port: 9925)]
  var members = [member("lb1", 1), member("lb2", 2)]
  var fencing = FailoverGroup.Fencing.proxmox(account: "fence@pve")
  var actions: [HostAction] = []
  var handlers: [HostRole.Handler] = []

  static func stream(_ name: String, port: Int, _ transport: Transport = .tcp) -> LoadBalancing.Stream {
    LoadBalancing.Stream(
      name: name, title: "API server of homelab", origin: SourceLocation("Lab/Edge.swift", 12), port: port,
      transport: transport, backends: [backend("km1", port), backend("km2", port)])
  }

  static func site(_ name: String, at host: String, port: Int) -> LoadBalancing.Site {
    LoadBalancing.Site(
      service: ThingID("service", name), name: name, origin: SourceLocation("Lab/Apps.swift", 31), host: host,
      port: port, backends: [backend("kube1", 32424)])
  }

  static func backend(_ name: String, _ port: Int) -> LoadBalancing.Backend {
    LoadBalancing.Backend(machine: ThingID("vm", name), address: "192.0.2.\(name.utf8.last ?? 0)", port: port)
  }

  static func member(_ name: String, _ number: Int) -> FailoverGroup.Member {
    FailoverGroup.Member(
      machine: ThingID("vm", name), origin: SourceLocation("Lab/Hosts.swift", number), address: "192.0.2.25\(number)",
      power: FailoverGroup.Power(api: "192.0.2.2\(number)", vmid: 250 + number))
  }

  var blueprint: Blueprint {
    var blueprint = Blueprint(for: ResolvedLab(name: "tests", domain: "lab.example", listed: []))
    let balancing = LoadBalancing(
      owner: Self.owner, origin: Self.origin, role: "edge", streams: streams, sites: sites, healthPort: 8888,
      connect: .seconds(2), idle: .minutes(10))
    blueprint.loadBalancing = [balancing]
    blueprint.failoverGroups = [
      FailoverGroup(
        owner: Self.owner, origin: Self.origin, role: "edge", name: "edge", members: members,
        vip: NetworkAddress("192.0.2.250", on: ThingID("network", "lan"), prefix: 24), token: 1000,
        monitor: .seconds(2),
        server: .nginx(configuration: LoadBalancing.configurationFile, status: balancing.statusURL), fencing: fencing)
    ]
    blueprint.roles = [role]
    return blueprint
  }

  /// The role of the hosts.
  var role: HostRole {
    HostRole(
      name: "edge", summary: "two balancers", owner: Self.owner, origin: Self.origin, hosts: members.map(\.machine),
      packages: ["nginx"], sections: [HostRole.Section("things", actions)], handlers: handlers)
  }

  /// The text of the one file that an emitter writes whose path has an ending, or what it says instead.
  func text(of emitter: some Emitter, _ ending: String) -> String {
    var log = DiagnosticLog()
    let artifacts = emitter.emit(blueprint, reporting: &log)
    return artifacts.first { $0.path.hasSuffix(ending) }?.text.text
      ?? log.diagnostics.map { "\($0.code) \($0.message)" }.joined(separator: "\n")
  }

  /// The same with the origin of every line.
  func printed(of emitter: some Emitter, _ ending: String) -> PrintedText? {
    var log = DiagnosticLog()
    return emitter.emit(blueprint, reporting: &log).first { $0.path.hasSuffix(ending) }?.text
  }
}
