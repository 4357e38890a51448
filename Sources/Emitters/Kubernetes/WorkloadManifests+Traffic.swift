import Blueprint
import Diagnostics
import Documents
import LabModel

// What a workload's pods may connect to and be reached by.
extension WorkloadManifests {
  /// Everything is refused in both directions but what the lab declares, and questions to name servers.
  var networkPolicy: [Node] {
    guard let traffic = workload.traffic else { return [] }
    let outgoing = [nameServers] + traffic.outgoing.map { rule($0, side: "to") }
    return [
      object("networking.k8s.io/v1", "NetworkPolicy").with(
        [
          (
            "spec",
            [
              "podSelector": ["matchLabels": selector],
              "policyTypes": ["Ingress", "Egress"],
              "ingress": .sequence(traffic.incoming.map { rule($0, side: "from") }),
              "egress": .sequence(outgoing),
            ]
          )
        ], from: workload.origin)
    ]
  }

  /// The cluster's DNS, the cache on each node (a link-local address), and the servers that the lab names.
  private var nameServers: Node {
    let stated = (template.dnsConfigs.first?.servers ?? []).compactMap { IPv4Address($0) }
    let peers: [Node] =
      [
        [
          "namespaceSelector": ["matchLabels": ["kubernetes.io/metadata.name": "kube-system"]],
          "podSelector": ["matchLabels": ["k8s-app": "kube-dns"]],
        ],
        ["ipBlock": ["cidr": "169.254.0.0/16"]],
      ] + stated.map { ["ipBlock": ["cidr": .string("\($0)/32")]] }
    return ["to": .sequence(peers), "ports": ports([Port(53, .udp), Port(53, .tcp)])]
  }

  private func rule(_ rule: Traffic.Rule, side: String) -> Node {
    Node.mapping([
      (side, peers(rule.peer).map(Node.sequence)),
      ("ports", rule.ports.isEmpty ? nil : ports(rule.ports)),
    ]).from(rule.origin)
  }

  private func ports(_ ports: [Port]) -> Node {
    .sequence(
      ports.map { port in
        let node: Node = ["protocol": .string(port.transport.rawValue.uppercased()), "port": .int(port.number)]
        return node.from(nil, and: listeners(on: port.number))
      })
  }

  private func peers(_ peer: Traffic.Peer) -> [Node]? {
    switch peer {
    case .anywhere: return nil
    case .internet:
      return [["ipBlock": ["cidr": "0.0.0.0/0", "except": .strings(Self.privateNetworks)]]]
    case .addresses(let cidrs):
      return cidrs.map { ["ipBlock": ["cidr": .string($0)]] }
    case .namespace(let name):
      return [["namespaceSelector": ["matchLabels": ["kubernetes.io/metadata.name": .string(name)]]]]
    case .workload(let namespace, let name):
      let pods: Node = ["matchLabels": ["app.kubernetes.io/name": .string(name)]]
      if namespace == workload.namespace { return [["podSelector": pods]] }
      return [
        [
          "namespaceSelector": ["matchLabels": ["kubernetes.io/metadata.name": .string(namespace)]],
          "podSelector": pods,
        ]
      ]
    }
  }

  /// Addresses that are not of the internet: private (RFC 1918), shared (RFC 6598), link-local (RFC 3927).
  private static let privateNetworks = [
    "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
  ]
}
