import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1106 = Rule(
  "RB1106", .error, "a load balancer passes traffic to machines that are known",
  why:
    "Nothing is known of the machines of a cluster that somebody else installed: the load balancer would have no backend.",
  remedy: "Use `Publish(..., as: .loadBalancer)` or `Ingress`, which the cluster itself answers.")

extension Check {
  /// A load balancer passes traffic to machines that are known.
  static let balancedClusterHasNodes = Check(
    rb1106,
    bad: { .balanced { $0.exposed(at: "web.lab.example", through: ExampleFrontend.first, nodePort: 30080) } },
    good: { .balanced { $0 } },
    findings: { lab in
      let empty = Set(lab.all((any Cluster).self).filter(\.nodes.isEmpty).map(\.id))
      return lab.all(Service.self).filter { $0.cluster.map(empty.contains) ?? false }.flatMap { service in
        service.exposures.map { exposure in
          rb1106.diagnostic(
            about: service.id, at: exposure.declared,
            "\(exposure.frontend) cannot reach \(service.id): the machines of its cluster are not known")
        }
      }
    })
}

extension ResolvedLab {
  fileprivate static func balanced(_ change: (Service) -> Service) -> ResolvedLab {
    let cluster = ExistingCluster("other", kubernetes: "1.35")
    let namespace = Namespace("web", in: cluster)
    return .example {
      cluster
      namespace
      ExampleFrontend.first
      change(Service("web", in: namespace) { Container("nginx:1.28.0", port: 80) })
    }
  }
}
