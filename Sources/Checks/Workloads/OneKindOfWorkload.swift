import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1101 = Rule(
  "RB1101", .error, "one word says what keeps a service's pods running",
  why:
    "A service is a Deployment, a StatefulSet, a DaemonSet, a Job or a CronJob. Of two, one would be left out without a word.",
  remedy:
    "Keep one of them. What runs once before the service is a service of its own with a `Job`, for which this one `waits`.",
  waivable: false)

extension Check {
  /// One word says what keeps a service's pods running.
  static let oneKindOfWorkload = Check(
    rb1101,
    bad: {
      .inCluster {
        Deployment(replicas: 2)
        DaemonSet()
      }
    },
    good: { .inCluster { Deployment(replicas: 2) } },
    findings: { lab in
      lab.all(Service.self).compactMap { service in
        let workloads = service.template.workloads
        guard workloads.count > 1, let first = workloads.first else { return nil }
        return rb1101.diagnostic(
          about: service.id, at: workloads[1].declared,
          "\(service.id) is a \(workloads[1].kind) here, and a \(first.kind) already",
          notes: [Diagnostic.Note("the first one", at: first.declared)])
      }
    })
}
