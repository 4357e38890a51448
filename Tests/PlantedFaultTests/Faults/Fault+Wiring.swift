import LabModel
import TestNumbers

/// Faults of interfaces, MAC addresses, bridges and ways between networks.
extension Fault {
  static let wiring: [Fault] = [
    island("RB0126") { plan, net in
      plan.networks[net].stem = "172.17.0"
      plan.networks[net].cidr = "172.17.0.0/24"
      plan.networks[net].gateway = "172.17.0.1"
      plan.metals.append(
        .init(name: "whale", place: .init(net: net, text: "172.17.0.9"), cores: 4, memory: 8, disk: 100))
      plan.services.append(
        .init(name: "web", home: .computer(.metal(plan.metals.count - 1)), image: "nginx:1.28.0", port: 80))
      return true
    },
    island("RB0135") { plan, net in
      guard let worker = plan.vm(plan.clusters.first?.workers.first) else { return false }
      plan.networks[net].gateway = "10.251.0.1"
      plan.networks[net].mtu = 9000
      plan.vms[worker].place = .init(net: net, text: "10.251.0.9")
      return true
    },
    bridges("RB0130") { $0.bridges[0].mtu = 1400 },
    interface("RB0131") { $0.mtu = 1400 },
    Fault("RB0152") { plan, numbers in
      guard let index = numbers.pick(plan.dockers) else { return false }
      plan.vms[index].interfaces = [.init(place: .init(net: 0, text: "\(plan.networks[0].stem).230"))]
      return true
    },
    island("RB0153") { plan, net in
      plan.metals.append(
        .init(
          name: "inverted", place: .init(net: net, text: "10.251.0.9"), cores: 4, memory: 8, disk: 100,
          interfaces: [.init(place: .init(net: 0, text: "\(plan.networks[0].stem).239"))]))
      return true
    },
    bridges("RB0154") { $0.bridges[0].name = "vmbr9" },
    tagged("RB0155") { $0.vlans = [30] },
    tagged("RB0156") { $0.native = 77 },
    Fault("RB0157") { plan, _ in
      guard plan.networks.count > 1, let index = plan.dockers.first else { return false }
      plan.networks[0].vlan = nil
      plan.networks[1].vlan = nil
      plan.vms[index].interfaces = [.init(place: .init(net: 1, text: "\(plan.networks[1].stem).230"))]
      // A VM on the same host is on the first network alone.
      plan.vms[index].host = 0
      _ = plan.addGuest("neighbour", on: 0)
      return true
    },
    bridges("RB0159") { $0.bridges.append($0.bridges[0]) },
    bridges("RB0160") { $0.bridges[0].vlans = [4095] },
    Fault("RB0161") { plan, _ in
      guard !plan.hosts[0].bridges.isEmpty else { return false }
      var net = LabPlan.Net(name: "san", stem: "10.250.0", cidr: "10.250.0.0/24")
      net.bridge = "vmbr1"
      plan.networks.append(net)
      plan.hosts[0].bridges[0].place = .init(net: plan.networks.count - 1, text: "10.250.0.5")
      return true
    },
    vm("RB0210") { vm, numbers, _ in vm.mac = numbers.once(in: 2) ? "BC2411000005" : "BC:24:11:00:00:0G" },
    Fault("RB0211") { plan, numbers in
      guard let index = numbers.pick(plan.dockers) else { return false }
      plan.vms[index].mac = "BC:24:11:AA:00:01"
      plan.metals.append(
        .init(
          name: "twin", place: .init(net: 0, text: "\(plan.networks[0].stem).239"), cores: 4, memory: 8, disk: 100,
          mac: "bc:24:11:aa:00:01"))
      return true
    },
    vm("RB0212") { vm, numbers, _ in vm.mac = numbers.once(in: 2) ? "01:00:5E:00:00:05" : "00:00:00:00:00:00" },
    vm("RB0213") { vm, _, _ in vm.mac = "3C:EC:EF:00:00:05" },
    vm("RB0214") { vm, numbers, _ in vm.name = ["all", "ungrouped", "localhost", "etcd"][numbers.int(0...3)] },
    vm("RB0215") { vm, _, _ in vm.name = String(repeating: "long-", count: 11) + "name" },
    Fault("RB0216") { plan, numbers in
      guard plan.networks.count > 1, let index = numbers.pick(plan.dockers) else { return false }
      plan.vms[index].interfaces = (1...32).map {
        .init(place: .init(net: 1, text: "\(plan.networks[1].stem).\($0 + 200)"))
      }
      return true
    },
    island("RB0168") { plan, net in
      guard let worker = plan.vm(plan.clusters.first?.workers.first) else { return false }
      plan.vms[worker].place = .init(net: net, text: "10.251.0.9")
      return true
    },
    island("RB0426") { plan, net in
      plan.metals.append(
        .init(name: "faraway", place: .init(net: net, text: "10.251.0.9"), cores: 4, memory: 8, disk: 100))
      plan.services.append(
        .init(name: "far", home: .computer(.metal(plan.metals.count - 1)), image: "postgres:17.2", port: 5432))
      plan.services[0].needs.append(plan.services.count - 1)
      return true
    },
    island("RB0427") { plan, net in
      guard let cluster = plan.clusters.first, plan.services.contains(where: { !$0.exposures.isEmpty }) else {
        return false
      }
      for (number, computer) in (cluster.masters + cluster.workers).enumerated() {
        guard let vm = plan.vm(computer) else { return false }
        plan.vms[vm].place = .init(net: net, text: "10.251.0.\(10 + number)")
      }
      return true
    },
    island("RB0428") { plan, net in
      guard plan.services.contains(where: { !$0.volumes.isEmpty }) else { return false }
      plan.nas[0].place = .init(net: net, text: "10.251.0.9")
      return true
    },
    island("RB0429") { plan, net in
      guard let index = plan.dockers.first else { return false }
      plan.vms[index].store = plan.sharedStore()
      plan.nas[0].place = .init(net: net, text: "10.251.0.9")
      return true
    },
    island("RB0431") { plan, net in
      guard plan.services.contains(where: { $0.backup?.target == 1 }) else { return false }
      plan.nas[1].place = .init(net: net, text: "10.251.0.9")
      return true
    },
  ]

  /// A fault of a host that tells of its bridges, and on which a VM runs.
  private static func bridges(_ code: String, _ change: @escaping @Sendable (inout LabPlan.Host) -> Void) -> Fault {
    Fault(code) { plan, numbers in
      guard let vm = numbers.pick(plan.vms), !plan.hosts[vm.host].bridges.isEmpty else { return false }
      change(&plan.hosts[vm.host])
      return true
    }
  }

  /// A fault of a bridge that a VM on a tagged network is plugged into.
  private static func tagged(_ code: String, _ change: @escaping @Sendable (inout LabPlan.BridgePlan) -> Void) -> Fault
  {
    bridges(code) { change(&$0.bridges[0]) }.after { $0.networks[0].vlan = 77 }
  }

  /// A fault of some further interface of a machine.
  private static func interface(
    _ code: String, _ change: @escaping @Sendable (inout LabPlan.Interface) -> Void
  ) -> Fault {
    Fault(code) { plan, numbers in
      guard let index = numbers.pick(plan.vms.indices.filter { !plan.vms[$0].interfaces.isEmpty }) else { return false }
      change(&plan.vms[index].interfaces[0])
      return true
    }
  }

  /// A fault that puts something on a network without a gateway; the closure is given its position.
  private static func island(_ code: String, _ change: @escaping @Sendable (inout LabPlan, Int) -> Bool) -> Fault {
    Fault(code) { plan, _ in
      plan.networks.append(.init(name: "island", stem: "10.251.0", cidr: "10.251.0.0/24"))
      return change(&plan, plan.networks.count - 1)
    }
  }

  /// The same fault, and a change of the lab that alone would be none.
  private func after(_ change: @escaping @Sendable (inout LabPlan) -> Void) -> Fault {
    Fault(code) { plan, numbers in
      change(&plan)
      return plant(&plan, &numbers)
    }
  }
}
