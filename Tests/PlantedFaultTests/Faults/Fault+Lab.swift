import TestNumbers

extension Fault {
  static let lab: [Fault] = [
    Fault("RB0001") { plan, _ in
      let used = plan.services.compactMap { service -> Int? in
        if case .computer(.metal(let number)) = service.home { number } else { nil }
      }
      guard let number = used.first else { return false }
      plan.unlisted = [number]
      return true
    },
    Fault("RB0002") { plan, _ in
      guard let first = plan.dockers.first, let last = plan.dockers.last, first != last else { return false }
      plan.vms[last].name = plan.vms[first].name
      return true
    },
    vm("RB0003") { vm, _, _ in vm.name = "Docker_\(vm.id)" },
    Fault("RB0004") { plan, numbers in
      guard plan.services.count > 1 else { return false }
      let last = numbers.int(1...plan.services.count - 1)
      plan.services[last].needs = [last - 1]
      plan.services[last - 1].needs = [last]
      return true
    },
    Fault("RB0005") { plan, numbers in
      switch numbers.int(0...2) {
      case 0: plan.name = "My Lab"
      case 1: plan.domain = "my_home"
      default: plan.account = "0ps"
      }
      return true
    },
    Fault("RB0006") { plan, numbers in
      guard let index = numbers.pick(plan.dockers) else { return false }
      let place = LabPlan.Place(net: 0, text: "\(plan.networks[0].stem).239")
      plan.metals.append(LabPlan.Metal(name: plan.vms[index].name, place: place, cores: 4, memory: 8, disk: 100))
      return true
    },
  ]
}
