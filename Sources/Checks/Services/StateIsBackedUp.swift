import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0403 = Rule(
  "RB0403", .error, "a service with state says how it is backed up",
  why: """
    A volume without a backup is found on the day it is needed. Replicas and RAID are no backup: they repeat a mistake \
    at once.
    """,
  remedy: """
    Add `.backedUp(every: .hours(6), keep: .days(30), to: nas)`. Where losing the data does no harm, say so and why: \
    `.notBackedUp(because: "a cache")`, for the service or for one of its volumes.
    """)

extension Check {
  /// A service with state says how it is backed up.
  static let stateIsBackedUp = Check(
    rb0403,
    bad: { .example { Service.stateful } },
    good: {
      .example { Service.stateful.backedUp(every: .hours(6), keep: .days(30), to: Example.synology) }
    },
    findings: { lab in
      lab.all(Service.self).compactMap { service in
        let volumes = service.volumes.filter { $0.waiver == nil }.map(\.name).joined(separator: ", ")
        guard service.backup == nil, !volumes.isEmpty else { return nil }
        return rb0403.diagnostic(
          about: service.id, "\(service.id) keeps state (\(volumes)) and has no backup",
          solutions: [
            "add .backedUp(every:keep:to:)", "add .notBackedUp(because:) where losing it does no harm",
          ])
      }
    })
}

extension Service {
  /// A service with a volume, for the examples of checks on backups.
  static let stateful = Service("mealie", in: Example.node) {
    Container("mealie:v2.8.0", port: 9000)
    Volume("data", .gib(10), on: Example.iscsi)
  }
}
