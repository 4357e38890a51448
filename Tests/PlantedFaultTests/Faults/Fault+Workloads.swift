import LabModel
import TestNumbers

/// Faults of what services say of their pods and ports, and of what a lab comes back from.
extension Fault {
  static let workloads: [Fault] = [
    service("RB0422", where: { !$0.isInCluster }) { $0.port = 22 },
    Fault("RB0423") { plan, _ in
      guard let worker = plan.clusters.first?.workers.first,
        let exposed = plan.services.firstIndex(where: { !$0.exposures.isEmpty })
      else { return false }
      plan.services.append(
        .init(
          name: "agent", home: .computer(worker), image: "grafana/alloy:v1.5.0",
          port: plan.services[exposed].exposures[0].nodePort))
      return true
    },
    Fault("RB0424") { plan, _ in
      guard let worker = plan.clusters.first?.workers.first else { return false }
      plan.services.append(
        .init(name: "agent", home: .computer(worker), image: "grafana/alloy:v1.5.0", port: 32_500))
      return true
    },
    service("RB0432", where: { !$0.exposures.isEmpty }) { $0.exposures[0].port = 6667 },
    service("RB1101", where: { $0.isInCluster }) { service in
      service.workload.replicas = 1
      service.workload.isOnEveryNode = true
    },
    service("RB1102", where: { $0.isInCluster }) { $0.workload.mounts = [("cash", "/cache")] },
    service("RB1102", where: { $0.isInCluster }) { $0.workload.mounts = [("cache", "/a"), ("cache", "/a")] },
    service("RB1102", where: { $0.isInCluster }) { $0.workload.mounts = [("cache", "cache")] },
    service("RB1103", where: { !$0.waits.isEmpty }) { $0.waits[0].until = .completed },
    Fault("RB1103") { plan, numbers in
      guard let index = numbers.pick(plan.services.indices.filter { !plan.services[$0].waits.isEmpty }) else {
        return false
      }
      plan.services[plan.services[index].waits[0].service].port = nil
      return true
    },
    Fault("RB1104") { plan, numbers in
      let inside = plan.services.indices.filter { plan.services[$0].isInCluster }
      guard inside.count > 1, let second = numbers.pick(inside.dropFirst()) else { return false }
      plan.services[second].home = plan.services[inside[0]].home
      plan.services[second].workload.alias = plan.services[inside[0]].name
      return true
    },
    Fault("RB1105") { plan, numbers in
      let services = plan.services.indices.filter {
        plan.services[$0].isInCluster && plan.services[$0].volumes.contains { $0.volumeClass == 0 }
      }
      guard let index = numbers.pick(services) else { return false }
      plan.services[index].workload.replicas = 2
      return true
    },
  ]

  static let resilience: [Fault] = [
    service("RB1010", where: { $0.isInCluster && !$0.exposures.isEmpty }) { service in
      service.image = "\(service.exposures[0].host)/library/app:1.0.0"
    },
    service("RB1012") { $0.breakGlass = " " },
    service("RB1030", where: { !$0.volumes.isEmpty }) { service in
      service.volumes[0].size = .gib(400)
      service.backup = .init(every: .hours(6), keep: .days(30), target: 1, rto: .hours(1))
    },
    service("RB1031", where: { !$0.volumes.isEmpty }) { service in
      service.volumes[0].size = .tib(3)
      service.backup = .init(every: .hours(6), keep: .days(30), target: 1, rpo: .hours(6))
    },
    Fault("RB1032") { plan, numbers in
      plan.nas[numbers.int(0...1)].speed = 0
      return true
    },
  ]
}

extension LabPlan.ServicePlan {
  /// Whether it runs in a cluster.
  fileprivate var isInCluster: Bool {
    if case .namespace = home { true } else { false }
  }
}
