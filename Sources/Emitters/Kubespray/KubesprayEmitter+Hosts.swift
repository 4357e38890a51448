import Blueprint
import Diagnostics
import Documents
import LabModel

extension KubesprayEmitter {
  /// `hosts.yaml`: every machine with its address, then the three groups that kubespray asks for.
  ///
  /// `k8s_cluster` is left out: kubespray forms it itself. Members of etcd are `etcd1`, `etcd2` in the order of the
  /// group: kubespray counts on these names when a member joins.
  static func hosts(_ cluster: ClusterInstallation) -> Document {
    let members = cluster.nodes.filter { $0.roles.contains(.etcd) }
    let numbers = Dictionary(
      members.enumerated().map { ($1.machine, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let hosts = cluster.nodes.map { node -> (String, Node?) in
      let variables = Node.mapping([
        ("ansible_host", .string(node.address)),
        ("ip", .string(node.address)),
        ("access_ip", .string(node.address)),
        ("etcd_member_name", numbers[node.machine].map { .string("etcd\($0)") }),
      ])
      return (node.machine.name, variables.from(node.origin))
    }
    let inventory: Node = [
      "all": [
        "hosts": .mapping(hosts),
        "children": [
          "kube_control_plane": group(.controlPlane, of: cluster),
          "etcd": group(.etcd, of: cluster),
          "kube_node": group(.worker, of: cluster),
        ],
      ]
    ]
    return .yaml(inventory.from(cluster.origin), header: header(cluster))
  }

  private static func group(_ role: ClusterNode.Role, of cluster: ClusterInstallation) -> Node {
    let members = cluster.nodes.filter { $0.roles.contains(role) }
    let entries = members.map { node -> (String, Node?) in
      (node.machine.name, Node.mapping([]).from(node.origin))
    }
    return ["hosts": .mapping(entries)]
  }
}
