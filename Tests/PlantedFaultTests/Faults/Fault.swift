import LabLanguage
import LabModel
import TestNumbers

/// A mistake that can be planted in a lab, and the code that must find it.
struct Fault: Sendable {
  /// The code.
  let code: String
  /// Plants it; false where the lab has nothing that it could be planted in.
  let plant: @Sendable (inout LabPlan, inout SeededNumbers) -> Bool

  init(_ code: String, _ plant: @escaping @Sendable (inout LabPlan, inout SeededNumbers) -> Bool) {
    self.code = code
    self.plant = plant
  }

  /// Every fault.
  static let all =
    lab + networks + addressing + wiring + routing + names + machines + clusters + services + workloads + storage
    + resilience + failover + runbooks + alerts + hatches
}

extension Fault {
  /// A fault of some service that fulfils a condition.
  static func service(
    _ code: String, where isFit: @escaping @Sendable (LabPlan.ServicePlan) -> Bool = { _ in true },
    _ change: @escaping @Sendable (inout LabPlan.ServicePlan) -> Void
  ) -> Fault {
    Fault(code) { plan, numbers in
      guard let index = numbers.pick(plan.services.indices.filter { isFit(plan.services[$0]) }) else { return false }
      change(&plan.services[index])
      return true
    }
  }

  /// A fault of some network.
  static func network(_ code: String, _ change: @escaping @Sendable (inout LabPlan.Net) -> Void) -> Fault {
    Fault(code) { plan, numbers in
      change(&plan.networks[numbers.int(0...plan.networks.count - 1)])
      return true
    }
  }

  /// A fault of some VM that fulfils a condition; those named `docker` unless said otherwise.
  static func vm(
    _ code: String, _ change: @escaping @Sendable (inout LabPlan.Guest, inout SeededNumbers, LabPlan) -> Void
  ) -> Fault {
    Fault(code) { plan, numbers in
      guard let index = numbers.pick(plan.dockers) else { return false }
      let whole = plan
      change(&plan.vms[index], &numbers, whole)
      return true
    }
  }

  /// A fault of the cluster.
  static func cluster(_ code: String, _ change: @escaping @Sendable (inout LabPlan.ClusterPlan) -> Void) -> Fault {
    Fault(code) { plan, _ in
      guard !plan.clusters.isEmpty else { return false }
      change(&plan.clusters[0])
      return true
    }
  }

  /// A fault of the load balancer.
  static func balancer(_ code: String, _ change: @escaping @Sendable (inout LabPlan.Balancer) -> Void) -> Fault {
    Fault(code) { plan, _ in
      guard !plan.balancers.isEmpty else { return false }
      change(&plan.balancers[0])
      return true
    }
  }

  /// A fault in the text of some runbook: one text for another.
  static func runbook(_ code: String, _ old: String, _ new: String) -> Fault {
    Fault(code) { plan, numbers in
      guard !plan.runbooks.isEmpty else { return false }
      let index = numbers.int(0...plan.runbooks.count - 1)
      plan.runbooks[index].text = plan.runbooks[index].text.replacing(old, with: new, maxReplacements: 1)
      return true
    }
  }
}

extension LabPlan {
  /// The positions of the VMs that only run containers.
  var dockers: [Int] { vms.indices.filter { vms[$0].name.hasPrefix("docker") } }

  /// The position of the VM that a computer is.
  func vm(_ computer: Computer?) -> Int? {
    if case .vm(let number) = computer { number } else { nil }
  }

  /// The position of a datastore on a pool, which is added where there is none.
  mutating func sharedStore() -> Int {
    if let number = stores.firstIndex(where: { $0.pool != nil }) { return number }
    stores.append(Store(name: "tank-disks", pool: "tank"))
    return stores.count - 1
  }

  /// Adds a VM with a number and an address of its own on the first network.
  mutating func addGuest(_ name: String, on host: Int, cores: Int = 1, memory: Int = 1) -> Computer {
    let place = Place(net: 0, text: "\(networks[0].stem).\(200 + vms.count % 40)")
    vms.append(
      Guest(name: name, id: 5000 + vms.count, host: host, place: place, cores: cores, memory: memory, disk: 10))
    return .vm(vms.count - 1)
  }
}
