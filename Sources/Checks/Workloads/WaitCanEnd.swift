import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1103 = Rule(
  "RB1103", .error, "what a service waits for can come",
  why: "A service that waits for a job that never ends, or for an answer from one that listens nowhere, never starts.",
  remedy:
    "Wait `until: .completed` for services with a `Job`, and `until: .ready` for those whose first container has a port."
)

extension Check {
  /// What a service waits for can come.
  static let waitCanEnd = Check(
    rb1103,
    bad: { .waiting(until: .completed) },
    good: { .waiting(until: .ready) },
    findings: { lab in
      lab.all(Service.self).flatMap { service in
        service.waits.compactMap { wait -> Diagnostic? in
          guard let other: Service = lab.thing(wait.service) else { return nil }
          let isJob = if case .job = other.template.workload { true } else { false }
          switch wait.condition {
          case .completed where !isJob:
            return rb1103.diagnostic(
              about: service.id, at: wait.declared, "\(other.id) never ends: it is no Job",
              solutions: ["wait until: .ready", "add Job() to \(other.id)"])
          case .ready where isJob || other.containers.first?.ports.isEmpty != false:
            return rb1103.diagnostic(
              about: service.id, at: wait.declared, "\(other.id) listens on no port and so is never seen ready",
              solutions: isJob ? ["wait until: .completed"] : ["give its first container a port"])
          default: return nil
          }
        }
      }
    })
}

extension ResolvedLab {
  fileprivate static func waiting(until condition: WaitCondition) -> ResolvedLab {
    let cluster = ExampleCluster()
    let namespace = Namespace("web", in: cluster)
    let queue = Service("queue", in: namespace) { Container("redis:8.2.2", port: 6379) }
    return .example {
      cluster
      namespace
      queue
      Service("web", in: namespace) { Container("nginx:1.28.0", port: 80) }.waits(for: queue, until: condition)
    }
  }
}
