import Blueprint
import Diagnostics
import Documents
import LabModel

extension KubesprayEmitter {
  /// Without these two, Ansible greets an inventory that it cannot read with success.
  private static let strict =
    "export ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED=1 ANSIBLE_INVENTORY_UNPARSED_FAILED=1 ANSIBLE_NOCOLOR=1"

  static func yamllint(_ cluster: ClusterInstallation) -> Verification {
    Verification(
      "kubespray \(cluster.owner.name): yamllint", tools: [.init("yamllint", from: "yamllint")],
      script: """
        yamllint --strict --config-data '{extends: default, rules: {line-length: {max: 160}}}' \(Shell.quote(folder(cluster)))
        """)
  }

  /// The inventory is read, and the variables of both groups reach a control plane.
  ///
  /// kubespray forms the group `k8s_cluster` while it runs; a second inventory forms it here, so that its variables are
  /// read too.
  static func inventory(_ cluster: ClusterInstallation) -> Verification {
    let node = cluster.nodes.first { $0.roles.contains(.controlPlane) }?.machine.name ?? ""
    return Verification(
      "kubespray \(cluster.owner.name): ansible-inventory", tools: [.init("ansible-inventory", from: "ansible-core")],
      script: """
        \(strict)
        printf 'k8s_cluster:\\n  children:\\n    kube_control_plane:\\n    kube_node:\\n' > "$SCRATCH/groups.yaml"
        ansible-inventory -i \(inventoryFile(cluster)) -i "$SCRATCH/groups.yaml" \
          --host \(Shell.quote(node)) > "$SCRATCH/host.json"
        grep --quiet --fixed-strings \(Shell.quote("\"kube_version\": \"\(cluster.kubernetes)\"")) "$SCRATCH/host.json"
        grep --quiet --fixed-strings '"ansible_become": true' "$SCRATCH/host.json"
        """)
  }

  /// kubespray's own look at an inventory, which contacts no machine.
  static func validation(_ cluster: ClusterInstallation, checkout: String) -> Verification {
    playbook(
      "kubespray \(cluster.owner.name): its own validation", "playbooks/boilerplate.yml -e ansible_connection=local",
      cluster,
      checkout)
  }

  /// Ansible reads the playbook that installs the cluster.
  static func syntax(_ cluster: ClusterInstallation, checkout: String) -> Verification {
    playbook("kubespray \(cluster.owner.name): syntax of cluster.yml", "cluster.yml --syntax-check", cluster, checkout)
  }

  private static func inventoryFile(_ cluster: ClusterInstallation) -> String {
    Shell.quote("\(folder(cluster))/hosts.yaml")
  }

  private static func playbook(
    _ title: String, _ arguments: String, _ cluster: ClusterInstallation, _ checkout: String
  ) -> Verification {
    return Verification(
      title, tools: [.init("ansible-playbook", from: "ansible")],
      script: """
        \(strict)
        inventory=$PWD/\(inventoryFile(cluster))
        cd \(Shell.quote(checkout))
        export ANSIBLE_CONFIG=$PWD/ansible.cfg
        ansible-playbook -i "$inventory" \(arguments)
        """)
  }
}
