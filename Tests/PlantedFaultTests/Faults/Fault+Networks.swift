import TestNumbers

extension Fault {
  static let networks: [Fault] = [
    network("RB0101") { $0.cidr = "\($0.stem).9/24" },
    Fault("RB0102") { plan, numbers in
      let stem = plan.networks[numbers.int(0...plan.networks.count - 1)].stem
      plan.networks.append(LabPlan.Net(name: "overlap", stem: stem, cidr: "\(stem).128/25"))
      return true
    },
    network("RB0103") { $0.gateway = "172.31.0.1" },
    network("RB0104") { $0.dns = ["dns.lab.example"] },
    network("RB0105") { $0.vlan = 4095 },
    Fault("RB0106") { plan, _ in
      guard plan.networks.count > 1 else { return false }
      plan.networks[0].vlan = 77
      plan.networks[1].vlan = 77
      return true
    },
    vm("RB0107") { vm, numbers, plan in vm.place.text = "\(plan.networks[0].stem).\(numbers.int(256...999))" },
    vm("RB0108") { vm, numbers, _ in vm.place.text = "172.30.0.\(numbers.int(2...250))" },
    vm("RB0109") { vm, numbers, plan in
      vm.place.text = "\(plan.networks[vm.place.net].stem).\(numbers.once(in: 2) ? 0 : 255)"
    },
    Fault("RB0110") { plan, numbers in
      guard let index = numbers.pick(plan.dockers) else { return false }
      plan.vms[index].place = plan.hosts[numbers.int(0...plan.hosts.count - 1)].place
      return true
    },
    Fault("RB0111") { plan, numbers in
      guard let index = numbers.pick(plan.dockers) else { return false }
      let net = plan.vms[index].place.net
      let stem = plan.networks[net].stem
      plan.networks[net].dhcp = [.init(from: "\(stem).100", to: "\(stem).179")]
      plan.vms[index].place.text = "\(stem).\(numbers.int(100...179))"
      return true
    },
    network("RB0112") { $0.dhcp = [.init(from: "\($0.stem).179", to: "\($0.stem).100")] },
    network("RB0113") { net in
      net.dhcp = [.init(from: "\(net.stem).100", to: "\(net.stem).179")]
      net.reserved = [("printers", "\(net.stem).170", "\(net.stem).189")]
    },
  ]
}
