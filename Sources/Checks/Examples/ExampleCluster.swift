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

extension Example {
  /// Addresses for services that routers learn by BGP.
  static let pool = Network("pool", "10.20.0.0/24") {
    MetalLBPool("services", from: "10.20.0.1", to: "10.20.0.99", announcedBy: .bgp)
  }

  /// A router that learns the addresses of a cluster's services.
  static func peer(
    _ name: String = "udm", at address: NetworkAddress = lan["192.168.10.1"], asn: Int = 64513, localASN: Int = 64512,
    holdTime: Interval = .seconds(90), multihop: Bool = false, line: UInt = #line
  ) -> BGPPeer {
    BGPPeer(
      name, of: ExampleCluster(), at: address, asn: asn, localASN: localASN, holdTime: holdTime, multihop: multihop,
      line: line)
  }
}

extension ResolvedLab {
  /// A lab with a cluster whose pool these routers learn.
  static func announced(@LabBuilder to routers: () -> [any Component]) -> ResolvedLab {
    .example {
      Example.pool
      ExampleCluster()
      routers()
    }
  }

  /// A lab with a cluster of two nodes, one on the LAN and one on this network.
  static func cluster(across network: Network) -> ResolvedLab {
    let far = Example.machine("far", at: network["192.168.20.13"])
    return .example {
      network
      far
      ExampleCluster(of: [Example.node, far])
    }
  }
}
