import Diagnostics
import LabLanguage
import LabModel
import Systems

/// A cluster on one network with an address for its API and three for its services, in the ways that the shapes differ.
struct ShapeLab: Sendable {
  var nodes = ["k8s-0", "k8s-1"]
  var controlPlanes = 1
  var network = "10.10.10.0/24"
  var vlan: Int?
  var pods = "10.42.0.0/16"
  var services = "10.43.0.0/16"
  /// The last part of each node's address; a whole address where it has dots.
  var nodeAddresses = ["100", "101"]
  var macs = ["BC:24:11:00:00:00", "BC:24:11:00:00:01"]
  var api: String? = "254"
  /// The last parts of the addresses of the internal, the DNS and the external gateway.
  var gateways = ["252", "253", "251"]
  var bgp: (router: Int, nodes: Int)?
  var repository = "https://github.com/example/cluster.git"
  var knownHosts: String?
  var zone = "example.com"
  var exposedAt: String?
  var timeServers: [String] = []

  /// The lab in Rackbook's words.
  var lab: ResolvedLab {
    let prefix = network.split(separator: ".").prefix(3).joined(separator: ".")
    func whole(_ text: String) -> String { text.contains(".") ? text : "\(prefix).\(text)" }
    let lan = Network(
      "lan", network, vlan: vlan, gateway: whole("1"), dns: ["1.1.1.1"], ntp: timeServers
    ) {
      for (name, last) in zip(["internal", "dns", "external"], gateways) {
        MetalLBPool(name, from: whole(last), to: whole(last), isAssignedFreely: false)
      }
      if bgp != nil { Reserved("unused", from: whole("2"), to: whole("3")) }
    }
    let routed = Network("services", "10.20.0.0/24") {
      MetalLBPool("routed", from: "10.20.0.1", to: "10.20.0.9", announcedBy: .bgp)
    }
    // Every node has a line of its own: two of one name on one line would be one thing that is listed twice.
    let machines = nodes.indices.map { index in
      BareMetalHost(
        nodes[index], at: lan[whole(nodeAddresses[index])], cores: 8, memory: .gib(32), disk: .tib(1), mac: macs[index],
        line: UInt(index + 1))
    }
    let cluster = KubesprayCluster(
      "home", release: "2.31.0", kubernetes: "1.35.4", networking: ClusterNetworking(pods: pods, services: services)
    ) {
      for (index, machine) in machines.enumerated() {
        if index < controlPlanes { ControlPlane(machine) }
        Worker(machine)
      }
    }
    var things: [any Component] = [lan, cluster, GitRepository("ops", at: repository, knownHosts: knownHosts)]
    things += machines
    things.append(DNSZone(zone) { DNSRecord("*", .a(lan[whole("254")])) })
    if let api {
      things.append(VIP("api", at: lan[whole(api)], members: machines.map(\.id), declared: cluster.declared))
    }
    if let bgp {
      things += [routed, BGPPeer("router", of: cluster, at: lan[whole("1")], asn: bgp.router, localASN: bgp.nodes)]
    }
    if let exposedAt {
      let entrance = ShapeEntrance(vip: lan[whole("254")])
      let namespace = Namespace("apps", in: cluster)
      things += [
        entrance, namespace,
        Service("web", in: namespace) { Container("nginx:1.28.0", port: 80) }
          .exposed(at: exposedAt, through: entrance, nodePort: 30080),
      ]
    }
    return ResolvedLab(name: "shape", domain: "lab.example", listed: things)
  }
}

/// What services are exposed through; its address is the API's.
private struct ShapeEntrance: Frontend {
  let id = ThingID("load-balancer", "entrance")
  let declared = SourceLocation(#fileID, #line)
  let vip: NetworkAddress
  var members: [ThingID] { [] }
  var endpoints: [Endpoint] { [] }
  var summary: String { "an entrance" }
  var facts: [Fact] { [] }
}
