import Blueprint
import Diagnostics
import Documents
import LabModel

extension KubesprayEmitter {
  /// A file for each group of settings; what every cluster has stands in `all/access` and `k8s_cluster/k8s-cluster`.
  static func variableFiles(_ cluster: ClusterInstallation) -> [Artifact] {
    let own = [
      ClusterInstallation.SettingGroup("all/access", access(cluster)),
      ClusterInstallation.SettingGroup("k8s_cluster/k8s-cluster", essentials(cluster)),
    ]
    return (own + cluster.settings).map { group in
      Artifact(
        "\(folder(cluster))/group_vars/\(group.name).yml",
        .yaml(group.settings.from(group.settings.origin ?? cluster.origin), header: header(cluster)))
    }
  }

  private static func access(_ cluster: ClusterInstallation) -> Node {
    let home = "{{ lookup('ansible.builtin.env', 'HOME') }}/.rackbook/kubespray/\(cluster.owner.name)"
    let variables: Node = [
      "ansible_user": .string(cluster.account),
      "ansible_become": true,
      "credentials_dir": Node.string("\(home)/credentials").commented(
        "Keys and kubeconfig that kubespray makes: in the person's home, never beside the inventory."),
      "artifacts_dir": .string("\(home)/artifacts"),
    ]
    return variables.from(cluster.origin)
  }

  private static func essentials(_ cluster: ClusterInstallation) -> Node {
    Node.mapping([
      ("kube_version", .string(cluster.kubernetes)),
      ("cluster_name", .string(cluster.dnsDomain)),
      ("kube_service_addresses", .string("\(cluster.serviceNetwork)")),
      ("kube_pods_subnet", .string("\(cluster.podNetwork)")),
      ("kube_network_node_prefix", .int(cluster.nodePrefix)),
      (
        "supplementary_addresses_in_ssl_keys",
        cluster.certificateNames.isEmpty
          ? nil
          : Node.strings(cluster.certificateNames).commented(
            "What clients outside call the API server: certificates must carry every such name and address.")
      ),
    ]).from(cluster.origin)
  }
}
