import Blueprint
import Diagnostics
import LabLanguage
import LabModel

/// A cluster that no system installs, for the examples of checks on clusters and exposures.
struct ExampleCluster: Cluster {
  let id = ThingID("cluster", "example")
  let declared: SourceLocation
  let nodes: [ClusterNode]
  let podNetwork: IPv4Network?
  let serviceNetwork: IPv4Network?

  init(pods: String = "10.233.64.0/18", services: String = "10.233.0.0/18", line: UInt = #line) {
    self.declared = SourceLocation(#fileID, line)
    self.nodes = [ClusterNode(Example.node.id, roles: [.controlPlane, .etcd, .worker], declared: declared)]
    self.podNetwork = IPv4Network(pods)
    self.serviceNetwork = IPv4Network(services)
  }

  var summary: String { "a cluster of one node" }
  var apiServer: Endpoint { Endpoint(of: id, "API server", port: 6443, on: [Example.node.id]) }
  var relations: [Relation] { [Relation(.consistsOf, Example.node.id)] }
  var facts: [Fact] { [] }
}
