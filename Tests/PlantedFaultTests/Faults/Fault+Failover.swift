extension Fault {
  static let failover: [Fault] = [
    Fault("RB0601") { plan, _ in
      guard let vip = plan.vips.first, let first = plan.vm(vip.members[0]), let second = plan.vm(vip.members[1])
      else { return false }
      plan.vms[second].host = plan.vms[first].host
      return true
    },
    Fault("RB0602") { plan, _ in
      guard !plan.vips.isEmpty, plan.networks.count > 1 else { return false }
      plan.vips[0].place = LabPlan.Place(net: 1, text: "\(plan.networks[1].stem).241")
      return true
    },
    balancer("RB0610") { $0.members = [$0.members[0], $0.members[0]] },
    Fault("RB0611") { plan, _ in
      guard let balancer = plan.balancers.first, let second = plan.vm(balancer.members[1]) else { return false }
      plan.vms[second].host = 0
      return true
    },
    Fault("RB0612") { plan, _ in
      guard let balancer = plan.balancers.first else { return false }
      let store = plan.sharedStore()
      for member in balancer.members.compactMap({ plan.vm($0) }) { plan.vms[member].store = store }
      return true
    },
    balancer("RB0613") { $0.frontsNothing = true },
    Fault("RB0614") { plan, _ in
      guard !plan.balancers.isEmpty, let metal = plan.metals.indices.first else { return false }
      plan.balancers[0].members[1] = .metal(metal)
      return true
    },
    balancer("RB0615") { $0.isFenced = false },
    service("RB0616", where: { !$0.exposures.isEmpty }) { $0.exposures[0].port = 8888 },
    Fault("RB0617") { plan, _ in
      let exposed = plan.services.indices.filter { !plan.services[$0].exposures.isEmpty }
      guard exposed.count > 1 else { return false }
      plan.services[exposed[1]].exposures[0].host = plan.services[exposed[0]].exposures[0].host
      return true
    },
    Fault("RB0618") { plan, _ in
      guard !plan.balancers.isEmpty, plan.networks.count > 1 else { return false }
      plan.balancers[0].vip = LabPlan.Place(net: 1, text: "\(plan.networks[1].stem).240")
      return true
    },
    Fault("RB0619") { plan, _ in
      guard plan.services.contains(where: { !$0.exposures.isEmpty }) else { return false }
      plan.clusters[0].workers = []
      return true
    },
    balancer("RB0620") { $0.token = 100 },
    Fault("RB0621") { plan, _ in
      guard !plan.balancers.isEmpty else { return false }
      plan.addBalancer()
      plan.balancers[1].members[0] = plan.balancers[0].members[0]
      return true
    },
  ]
}
