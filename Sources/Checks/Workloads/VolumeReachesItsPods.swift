import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1105 = Rule(
  "RB1105", .error, "a volume that several pods use can be on several nodes",
  why:
    "A volume of a class such as iSCSI is on one node at a time: a second pod on another node waits for it for ever.",
  remedy: "Take a class over NFS, keep one replica, or use a `StatefulSet`, whose pods have a volume each.")

extension Check {
  /// A volume that several pods use can be on several nodes.
  static let volumeReachesItsPods = Check(
    rb1105,
    bad: { .replicated(2) },
    good: { .replicated(1) },
    findings: { lab in
      let services = lab.all(Service.self).filter { $0.cluster != nil && !$0.volumes.isEmpty }
      return services.flatMap { service -> [Diagnostic] in
        let isStateful = if case .statefulSet = service.template.workload { true } else { false }
        // A pod on each node has no number: it is several.
        let replicas = service.template.workload.map { $0.replicas ?? 2 } ?? 1
        guard replicas > 1 else { return [] }
        return service.volumes.filter { volume in
          let isForOne = volume.access.map { $0 == .readWriteOnce || $0 == .readWriteOncePod } ?? !volume.classIsShared
          return isForOne && (!isStateful || volume.isShared)
        }.map { volume in
          rb1105.diagnostic(
            about: service.id, at: volume.declared,
            "volume '\(volume.name)' is on one node at a time, and \(service.id) has several pods")
        }
      }
    })
}

extension ResolvedLab {
  fileprivate static func replicated(_ replicas: Int) -> ResolvedLab {
    .inCluster {
      Deployment(replicas: replicas)
      Volume("data", .gib(1), on: Example.iscsi, at: "/data").notBackedUp(because: "an example")
    }
  }
}
