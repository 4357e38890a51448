import LabModel

/// Faults of zones and their records, and of what things are called.
extension Fault {
  static let names: [Fault] = [
    records("RB0180") { $0.append(.init(name: "my nas", data: .text("10.0.0.1"))) },
    records("RB0181") { $0.append($0[0]) },
    records("RB0182") { $0.append(.init(name: "containers", data: .text("10.0.0.1"))) },
    zone("RB0183") { zone in
      zone.records.append(.init(name: "chicken", data: .alias("egg.\(zone.domain)")))
      zone.records.append(.init(name: "egg", data: .alias("chicken.\(zone.domain)")))
    },
    zone("RB0184") { $0.records.append(.init(name: "pictures", data: .alias("nowhere.\($0.domain)"))) },
    Fault("RB0185") { plan, _ in
      guard !plan.zones.isEmpty, plan.services.contains(where: { !$0.exposures.isEmpty }) else { return false }
      plan.zones[0].records[0].data = .place(.init(net: 0, text: "\(plan.networks[0].stem).99"))
      return true
    },
    Fault("RB0186") { plan, _ in
      guard !plan.zones.isEmpty, let index = plan.services.firstIndex(where: { !$0.exposures.isEmpty }) else {
        return false
      }
      plan.services[index].exposures[0].host = "shop.example.com"
      return true
    },
    Fault("RB0187") { plan, _ in
      guard !plan.zones.isEmpty, let record = plan.zones[0].records.firstIndex(where: { $0.name == "docker1" }) else {
        return false
      }
      plan.zones[0].records[record].data = .place(.init(net: 0, text: "\(plan.networks[0].stem).99"))
      return true
    },
    Fault("RB0188") { plan, _ in
      guard !plan.zones.isEmpty else { return false }
      let stem = plan.networks[0].stem
      plan.networks[0].dhcp = [.init(from: "\(stem).100", to: "\(stem).179")]
      plan.zones[0].records.append(.init(name: "printer", data: .place(.init(net: 0, text: "\(stem).170"))))
      return true
    },
    records("RB0192") { $0.append(.init(name: "printer", data: .text("10.0.0.300"))) },
    Fault("RB0433") { plan, _ in
      guard let service = plan.services.firstIndex(where: { !$0.exposures.isEmpty }) else { return false }
      plan.services[service].exposures[0].host = "docker1.\(plan.domain)"
      return true
    },
    repository("RB0440") { $0.url = "git@git.example.org:ops/home-ops.git" },
    repository("RB0441") { $0.knownHosts = nil },
  ]

  /// A fault of the lab's zone.
  private static func zone(_ code: String, _ change: @escaping @Sendable (inout LabPlan.ZonePlan) -> Void) -> Fault {
    Fault(code) { plan, _ in
      guard !plan.zones.isEmpty else { return false }
      change(&plan.zones[0])
      return true
    }
  }

  /// A fault of the records of the lab's zone.
  private static func records(
    _ code: String, _ change: @escaping @Sendable (inout [LabPlan.RecordPlan]) -> Void
  ) -> Fault {
    zone(code) { change(&$0.records) }
  }

  /// A fault of the git repository.
  private static func repository(
    _ code: String, _ change: @escaping @Sendable (inout LabPlan.Repository) -> Void
  ) -> Fault {
    Fault(code) { plan, _ in
      guard !plan.repositories.isEmpty else { return false }
      change(&plan.repositories[0])
      return true
    }
  }
}
