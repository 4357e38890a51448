import LabLanguage
import LabModel
import TestNumbers

extension Fault {
  static let services: [Fault] = [
    service("RB0401") { $0.image = "ghcr.io/example/app:latest" },
    service("RB0402") { $0.image = "ghcr.io/example/app :v1" },
    service("RB0403", where: { !$0.volumes.isEmpty }) { $0.backup = nil },
    service("RB0404", where: { $0.backup?.target != nil }) { $0.backup?.rpo = .minutes(10) },
    service("RB0405", where: { $0.backup?.target != nil }) {
      $0.backup = LabPlan.BackupPlan(every: .days(7), keep: .days(1), target: $0.backup?.target)
    },
    service("RB0406", where: { $0.backup?.target != nil }) { $0.backup?.target = 0 },
    service("RB0407") { $0.port = 70_000 },
    service("RB0408", where: { !$0.exposures.isEmpty }) { $0.exposures[0].nodePort = 8080 },
    Fault("RB0409") { plan, numbers in
      let together = plan.services.indices.filter { number in
        plan.services.indices.contains { other in
          guard case .computer(let one) = plan.services[number].home,
            case .computer(let two) = plan.services[other].home
          else { return false }
          return other != number && one == two
        }
      }
      guard let chosen = numbers.pick(together), case .computer(let place) = plan.services[chosen].home else {
        return false
      }
      for index in plan.services.indices {
        if case .computer(let other) = plan.services[index].home, other == place { plan.services[index].port = 8443 }
      }
      return true
    },
    Fault("RB0410") { plan, _ in
      guard let index = plan.services.firstIndex(where: { !$0.exposures.isEmpty }) else { return false }
      plan.addBalancer()
      let host = plan.services[index].exposures[0].host
      plan.services[index].exposures.append(LabPlan.ExposurePlan(host: host, balancer: 1, nodePort: 32_000))
      return true
    },
    service("RB0411", where: { !$0.exposures.isEmpty }) { $0.exposures[0].host = "https://\($0.exposures[0].host)" },
    service("RB0412", where: { $0.volumes.count > 1 }) { $0.volumes[1].name = $0.volumes[0].name },
    service("RB0413", where: { !$0.exposures.isEmpty }) { $0.port = nil },
  ]

  static let storage: [Fault] = [
    Fault("RB0501") { plan, _ in
      plan.nas[1].pools.append(plan.nas[0].pools[0])
      return true
    },
    service("RB0502", where: { !$0.volumes.isEmpty }) { service in
      service.volumes[0].size = .tib(21)
      service.backup = LabPlan.BackupPlan(every: .days(1), keep: .days(7))
    },
    service("RB0503", where: { $0.volumes.count > 1 }) { service in
      service.volumes[0].size = .tib(11)
      service.volumes[1].size = .tib(11)
      service.backup = LabPlan.BackupPlan(every: .days(1), keep: .days(7))
    },
    service("RB0504", where: { !$0.volumes.isEmpty }) { $0.volumes[0].size = .gib(0) },
    Fault("RB0505") { plan, _ in
      guard let index = plan.services.firstIndex(where: { $0.backup?.target != nil }) else { return false }
      plan.services[index].volumes[0].size = .gib(20)
      plan.nas[1].pools[0].size = .gib(10)
      return true
    },
  ]
}

extension LabPlan {
  /// Adds a second load balancer on machines of its own.
  mutating func addBalancer() {
    let members = [addGuest("lb3", on: 0), addGuest("lb4", on: 1)]
    balancers.append(
      Balancer(name: "inner", vip: Place(net: 0, text: "\(networks[0].stem).242"), members: members))
  }
}
