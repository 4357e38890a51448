import LabModel
import TestNumbers

/// Faults of what clusters announce, and of tunnels.
extension Fault {
  static let routing: [Fault] = [
    Fault("RB0129") { plan, _ in
      guard !plan.peers.isEmpty else { return false }
      for index in plan.networks.indices { plan.networks[index].pools.removeAll { $0.isRouted } }
      return true
    },
    cluster("RB0133") { $0.mtu = 1500 },
    cluster("RB0134") { $0.dns = $0.nodePrefix == 24 ? "10.250.0.3" : $0.dns },
    cluster("RB0164") { $0.pods = "169.254.0.0/17" },
    cluster("RB0165") { $0.services = "10.233.0.0/29" },
    Fault("RB0166") { plan, _ in
      guard !plan.clusters.isEmpty else { return false }
      plan.networks[0].dns = ["10.233.0.3"]
      return true
    },
    Fault("RB0169") { plan, _ in
      guard !plan.clusters.isEmpty else { return false }
      var net = LabPlan.Net(name: "empty", stem: "10.250.0", cidr: "10.250.0.0/24")
      net.pools = [.init(name: "lost", from: "10.250.0.1", to: "10.250.0.9")]
      plan.networks.append(net)
      return true
    },
    Fault("RB0170") { plan, _ in
      guard !plan.peers.isEmpty else { return false }
      plan.peers = []
      return true
    },
    Fault("RB0171") { plan, _ in
      guard !plan.peers.isEmpty, !plan.networks[0].pools.isEmpty else { return false }
      plan.networks[0].pools[0].isRouted = true
      return true
    },
    peer("RB0173") { peer, _ in peer.asn = 4_294_967_296 },
    peer("RB0174") { peer, _ in peer.asn = 3320 },
    Fault("RB0175") { plan, _ in
      guard !plan.peers.isEmpty, plan.networks.count > 2 else { return false }
      plan.peers[0].place = .init(net: 1, text: "\(plan.networks[1].stem).1")
      return true
    },
    peer("RB0176") { peer, plan in
      if let node = plan.vm(plan.clusters[0].workers[0]) { peer.place = plan.vms[node].place }
    },
    twoPeers("RB0177") { $0.name = "second" },
    peer("RB0178") { peer, _ in peer.holdTime = .seconds(2) },
    twoPeers("RB0179") { peer in
      peer.name = "second"
      peer.localASN = 64_999
      peer.place.text += "4"
    },
    Fault("RB0190") { plan, _ in
      guard !plan.clusters.isEmpty else { return false }
      plan.clusters[0].dnsDomain = plan.domain
      return true
    },
    Fault("RB0163") { plan, _ in
      guard !plan.clusters.isEmpty, !plan.vpns.isEmpty else { return false }
      plan.vpns[0].sites[1].lans = ["10.233.1.0/24"]
      return true
    },
    vpn("RB0193") { vpn, numbers in vpn.sites[1].lans = [numbers.once(in: 2) ? "192.168.50.1/24" : "cabin"] },
    vpn("RB0194") { vpn, _ in
      vpn.sites.append(.init(name: "parents", address: "10.99.0.3", lans: ["192.168.50.128/25"]))
    },
    Fault("RB0195") { plan, _ in
      guard !plan.vpns.isEmpty, plan.networks.count > 1 else { return false }
      plan.vpns[0].sites[1].lans.append(plan.networks[1].cidr)
      return true
    },
    Fault("RB0196") { plan, _ in
      guard plan.vpns.first?.sites[0].computer != nil else { return false }
      plan.networks[0].routes = []
      return true
    },
    vpn("RB0197") { vpn, _ in vpn.sites[0].endpoint = nil },
    vpn("RB0198") { vpn, _ in vpn.mtu = 1500 },
    vpn("RB0199") { vpn, _ in vpn.sites.removeLast() },
    vpn("RB0434") { vpn, _ in vpn.sites[0].port = 518_200 },
  ]

  /// A fault of the router that speaks BGP with the cluster.
  private static func peer(
    _ code: String, _ change: @escaping @Sendable (inout LabPlan.PeerPlan, LabPlan) -> Void
  ) -> Fault {
    Fault(code) { plan, _ in
      guard !plan.peers.isEmpty else { return false }
      let whole = plan
      change(&plan.peers[0], whole)
      return true
    }
  }

  /// A fault of a second such router, given the first one's plan.
  private static func twoPeers(_ code: String, _ change: @escaping @Sendable (inout LabPlan.PeerPlan) -> Void) -> Fault
  {
    Fault(code) { plan, _ in
      guard var second = plan.peers.first else { return false }
      change(&second)
      plan.peers.append(second)
      return true
    }
  }

  /// A fault of the VPN.
  private static func vpn(
    _ code: String, _ change: @escaping @Sendable (inout LabPlan.VPNPlan, inout SeededNumbers) -> Void
  ) -> Fault {
    Fault(code) { plan, numbers in
      guard !plan.vpns.isEmpty else { return false }
      change(&plan.vpns[0], &numbers)
      return true
    }
  }
}
