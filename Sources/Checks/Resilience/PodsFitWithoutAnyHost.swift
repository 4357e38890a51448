import Analysis
import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1021 = Rule(
  "RB1021", .warning, "the pods of a cluster fit on the workers that are left",
  why: """
    When a host is lost, its pods are started on the other workers, as far as their requests fit. The rest stays pending, and \
    the scheduler decides which.
    """,
  remedy: "Add a worker, give workers more memory, or request what is really used; `capacity` shows every host.")

extension Check {
  /// The pods of a cluster fit on the workers that are left.
  static let podsFitWithoutAnyHost = Check(
    rb1021,
    bad: { .twoWorkers(requests: .gib(7)) },
    good: { .twoWorkers(requests: .gib(3)) },
    findings: { lab in
      lab.analysis.capacities.flatMap { capacity in
        capacity.pods.filter { $0.verdict == .doesNotFit }.map { pods in
          rb1021.diagnostic(
            about: pods.cluster,
            "\(pods.count) pods of \(pods.cluster) do not fit when \(capacity.host) is lost: \(pods.shortfall ?? "")",
            notes: pods.workersLost.prefix(5).map { Diagnostic.Note("\($0) is a worker on it", about: $0) })
        }
      }
    })
}

/// A cluster of two workers, for the examples of rules on pods.
struct ExampleWorkers: Cluster {
  let id = ThingID("cluster", "workers")
  let declared = SourceLocation(#fileID, #line)
  let machines: [VM]

  var nodes: [ClusterNode] {
    machines.map { ClusterNode($0.id, roles: [.controlPlane, .worker], declared: declared) }
  }
  var podNetwork: IPv4Network? { nil }
  var serviceNetwork: IPv4Network? { nil }
  var apiServer: Endpoint { Endpoint(of: id, "API server", port: 6443, on: machines.map(\.id)) }
  var summary: String { "a cluster of two workers" }
  var relations: [Relation] { machines.map { Relation(.consistsOf, $0.id) } }
  var facts: [Fact] { [] }
}

extension ResolvedLab {
  /// A lab with two workers of 8 GiB on two hosts, and two pods that ask for so much memory.
  fileprivate static func twoWorkers(requests memory: DataSize) -> ResolvedLab {
    let machines = [
      Example.localVM("one", id: 151, on: Example.pve1, memory: .gib(8)),
      Example.localVM("two", id: 152, on: Example.pve2, memory: .gib(8)),
    ]
    let cluster = ExampleWorkers(machines: machines)
    let namespace = Namespace("web", in: cluster)
    return .example {
      Example.ownDisks
      machines
      cluster
      namespace
      for number in 0..<2 {
        Service("web\(number)", in: namespace) {
          Container("nginx:1.28.0", port: 80) { Resources(memory: memory) }
        }
      }
    }
  }
}
