import Blueprint
import Diagnostics
import LabLanguage
import LabModel

/// A cluster that no system installs, for the examples of checks on clusters and exposures.
struct ExampleCluster: Cluster {
  let id: ThingID
  let declared: SourceLocation
  let nodes: [ClusterNode]
  let podNetwork: IPv4Network?
  let serviceNetwork: IPv4Network?

  init(
    _ name: String = "example", of machines: [any Machine] = [Example.node], pods: String = "10.233.64.0/18",
    services: String = "10.233.0.0/18", line: UInt = #line
  ) {
    let declared = SourceLocation(#fileID, line)
    self.id = ThingID("cluster", name)
    self.declared = declared
    self.nodes = machines.map { ClusterNode($0.id, roles: [.controlPlane, .etcd, .worker], declared: declared) }
    self.podNetwork = IPv4Network(pods)
    self.serviceNetwork = IPv4Network(services)
  }

  var summary: String { "a cluster of \(nodes.count) nodes" }
  var apiServer: Endpoint { Endpoint(of: id, "API server", port: 6443, on: nodes.map(\.machine)) }
  var relations: [Relation] { nodes.map { Relation(.consistsOf, $0.machine) } }
  var facts: [Fact] { [] }
}
