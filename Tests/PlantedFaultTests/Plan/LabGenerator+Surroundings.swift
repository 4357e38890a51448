import Diagnostics
import Documents
import LabLanguage
import LabModel
import TestNumbers

/// What labs have beside machines and services: half of them each.
extension LabGenerator {
  mutating func makeSurroundings() {
    makeInterfaces()
    if numbers.once(in: 2) { makeBridges() }
    makeServers()
    if !plan.clusters.isEmpty { makePools() }
    if numbers.once(in: 2) { makeZone() }
    if numbers.once(in: 2) { makeVPN() }
    if numbers.once(in: 2) { makeRouter() }
    if numbers.once(in: 2) {
      plan.repositories = [
        LabPlan.Repository(
          name: "home-ops", url: "ssh://git@git.example.org/ops/home-ops.git",
          knownHosts: "git.example.org ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample")
      ]
    }
    makeHatches()
  }

  /// Some machines are on the second network too, which is tagged.
  private mutating func makeInterfaces() {
    for index in plan.vms.indices where numbers.once(in: 3) { plan.vms[index].mac = mac(index) }
    guard plan.networks.count > 1 else { return }
    if plan.networks[1].vlan == nil { plan.networks[1].vlan = 20 }
    for index in plan.dockers where numbers.once(in: 2) {
      plan.vms[index].interfaces = [LabPlan.Interface(place: place(on: 1), mac: mac(100 + index))]
    }
    for index in plan.metals.indices where numbers.once(in: 2) {
      plan.metals[index].interfaces = [LabPlan.Interface(place: place(on: 1))]
    }
  }

  private func mac(_ number: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return "BC:24:11:00:00:" + String(repeating: "0", count: 2 - digits.count) + digits
  }

  private mutating func makeBridges() {
    let tags = numbers.once(in: 2) ? plan.networks.compactMap(\.vlan) : nil
    for index in plan.hosts.indices { plan.hosts[index].bridges = [LabPlan.BridgePlan(vlans: tags)] }
  }

  /// Time servers and search domains.
  private mutating func makeServers() {
    for index in plan.networks.indices where numbers.once(in: 3) {
      plan.networks[index].ntp = ["\(plan.networks[index].stem).1", "pool.ntp.org"]
      plan.networks[index].searchDomains = [plan.domain]
    }
  }

  /// Addresses for the cluster's services: on the LAN, or on a network of their own that a router learns.
  private mutating func makePools() {
    if numbers.once(in: 2) {
      let stem = plan.networks[0].stem
      plan.networks[0].pools = [LabPlan.ServicePool(name: "lan", from: "\(stem).190", to: "\(stem).199")]
    }
    guard numbers.once(in: 2), let second = plan.networks[0].stem.split(separator: ".").dropFirst().first else {
      return
    }
    let stem = "10.\(second).200"
    var net = LabPlan.Net(name: "services", stem: stem, cidr: "\(stem).0/24")
    net.pools = [LabPlan.ServicePool(name: "routed", from: "\(stem).1", to: "\(stem).99", isRouted: true)]
    plan.networks.append(net)
    plan.peers = [
      LabPlan.PeerPlan(name: "edge", place: LabPlan.Place(net: 0, text: "\(plan.networks[0].stem).1"))
    ]
  }

  /// The lab's own zone: every exposed name and every machine that runs containers, and a name for one of them.
  private mutating func makeZone() {
    var zone = LabPlan.ZonePlan(domain: plan.domain)
    for exposure in plan.services.flatMap(\.exposures) {
      let label = exposure.host.dropLast(plan.domain.count + 1)
      zone.records.append(
        LabPlan.RecordPlan(name: String(label), data: .place(plan.balancers[exposure.balancer].vip)))
    }
    for index in plan.dockers {
      zone.records.append(LabPlan.RecordPlan(name: plan.vms[index].name, data: .place(plan.vms[index].place)))
    }
    zone.records.append(LabPlan.RecordPlan(name: "containers", data: .alias("docker1.\(plan.domain)")))
    plan.zones = [zone]
  }

  /// A tunnel to somebody's cabin, which ends on the router or on a machine of the lab.
  private mutating func makeVPN() {
    var home = LabPlan.SitePlan(name: "home", address: "10.99.0.1", endpoint: "vpn.example.org", nets: [0])
    if let metal = plan.metals.indices.first, numbers.once(in: 2) {
      home.computer = .metal(metal)
      plan.networks[0].routes = [("192.168.50.0/24", plan.metals[metal].place.text)]
    }
    let cabin = LabPlan.SitePlan(name: "cabin", address: "10.99.0.2", lans: ["192.168.50.0/24"])
    plan.vpns = [LabPlan.VPNPlan(name: "family", sites: [home, cabin])]
  }

  /// A machine that holds the gateway of every network.
  private mutating func makeRouter() {
    let places = plan.networks.indices.compactMap { net in
      plan.networks[net].gateway.map { LabPlan.Place(net: net, text: $0) }
    }
    guard let first = places.first else { return }
    var machine = LabPlan.Metal(name: "firewall", place: first, cores: 4, memory: 8, disk: 100)
    machine.interfaces = places.dropFirst().map { LabPlan.Interface(place: $0) }
    plan.metals.append(machine)
    plan.routers = [LabPlan.RouterPlan(name: "router", computer: .metal(plan.metals.count - 1))]
  }

  /// Ways round the language, and a rule of one's own.
  private mutating func makeHatches() {
    if !plan.clusters.isEmpty, numbers.once(in: 2) { plan.rawObjects = [LabPlan.configMap("settings")] }
    if numbers.once(in: 2) {
      plan.others.append(ExtraFile("notes", at: "notes/lab.txt", because: "a trial", text: "As it was built."))
    }
    if numbers.once(in: 2) {
      plan.others.append(
        Policy(
          "HOME001", .error, "the lab has a host", why: "Nothing runs without one.", remedy: "Add one."
        ) { lab, rule in
          lab.all(ProxmoxHost.self).isEmpty ? [rule.diagnostic("no host")] : []
        })
    }
  }

  /// What services in clusters say of their pods: replicas where no volume ties them to a node, a cache, what they wait
  /// for.
  mutating func makeWorkloads() {
    for index in plan.services.indices {
      guard case .namespace = plan.services[index].home else { continue }
      if plan.services[index].volumes.isEmpty, numbers.once(in: 3) {
        plan.services[index].workload.replicas = numbers.int(1...3)
      }
      if numbers.once(in: 3) { plan.services[index].workload.mounts = [("cache", "/cache")] }
      if let other = plan.services[index].needs.first, case .namespace = plan.services[other].home {
        plan.services[index].waits = [(other, .ready)]
      }
    }
  }
}

extension LabPlan {
  /// A raw object that a cluster takes.
  static func configMap(_ name: String) -> Node {
    [
      "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": Node(stringLiteral: name), "namespace": "default"],
      "data": ["greeting": "hello"],
    ]
  }
}
