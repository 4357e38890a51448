import Blueprint
import LabModel

extension KubesprayCluster {
  /// The runbooks of `runbooks/kubespray`, in the order in which a cluster's life needs them.
  static let runbooks = [
    "deploy", "kubeconfig", "add-node", "remove-node", "etcd-backup", "etcd-restore", "etcd-unwell",
    "certificate-renewal", "node-not-ready", "api-unreachable",
  ]

  /// How many of its own snapshots the backup runbook keeps on the member it takes them from.
  static let keptSnapshots = 14

  /// The runbooks of this cluster, each with the facts that its placeholders read.
  func procedures(in lab: ResolvedLab) -> [Procedure] {
    let facts = runbookFacts(in: lab)
    return Self.runbooks.map {
      Procedure(owner: id, origin: declared, source: "kubespray/\($0)", scope: "cluster", facts: facts)
    }
  }

  private func runbookFacts(in lab: ResolvedLab) -> [Fact] {
    let account = lab.operatorAccount
    let controlPlanes = machines(.controlPlane)
    let members = machines(.etcd)
    let client = clientAddress(in: lab) ?? ""
    let first = controlPlanes.first
    let firstMember = members.first
    return facts + machineFacts(controlPlanes: controlPlanes, members: members) + [
      Fact("folder", "Folder of the inventory", "kubespray/\(name)"),
      Fact("commit", "Commit of kubespray", release?.commit ?? ""),
      Fact("node-count", "Number of nodes", "\(kubernetesMachines.count)"),
      Fact("machine-count", "Number of machines", "\(machines.count)"),
      Fact("machine-names", "Machines", machines.map(\.name).joined(separator: " ")),
      Fact("api", "API for clients", "https://\(client)"),
      Fact("api-host", "Address of the API for clients", client.split(separator: ":").first.map(String.init) ?? ""),
      Fact("account", "Account on the machines", account),
      Fact("first-control-plane", "First control plane", first?.name ?? ""),
      Fact("first-control-plane-address", "Its address", first?.address.text ?? ""),
      Fact("first-control-plane-login", "Login to it", first.map { "\(account)@\($0.address.text)" } ?? ""),
      Fact("first-etcd", "First etcd member", firstMember?.name ?? ""),
      Fact("first-etcd-address", "Its address", firstMember?.address.text ?? ""),
      Fact("first-etcd-login", "Login to it", firstMember.map { "\(account)@\($0.address.text)" } ?? ""),
      Fact("etcd-count", "Number of etcd members", "\(members.count)"),
      Fact("etcd-endpoints", "Endpoints of etcd", endpoints(members).joined(separator: ",")),
      Fact("first-etcd-endpoint", "Endpoint of the first etcd member", endpoints(members).first ?? ""),
      Fact("etcd-initial-cluster", "Members of etcd with their peer addresses", initialCluster(members)),
      Fact("etcd-quota", "Quota of etcd in bytes", "\(etcd.quota.bytes)"),
      Fact("backups", "Folder of snapshots on the first etcd member", "/var/backups/etcd-\(name)"),
      Fact("backups-kept", "Snapshots kept there", "\(Self.keptSnapshots)"),
    ]
  }

  /// The lists that loops go over and inputs choose from.
  private func machineFacts(controlPlanes: [any Machine], members: [any Machine]) -> [Fact] {
    machines.flatMap { machine in
      [
        Fact("machine-name", "Machine", machine.name, link: machine.id),
        Fact("machine-address", "Address of a machine", machine.address.text, link: machine.id),
        Fact("machine-at", "Machine and address", "\(machine.name)=\(machine.address.text)", link: machine.id),
      ]
    }
      + kubernetesMachines.flatMap { node in
        [
          Fact("node-name", "Node", node.name, link: node.id),
          Fact("node-address", "Address of a node", node.address.text, link: node.id),
        ]
      }
      + controlPlanes.map {
        Fact("control-plane-address", "Address of a control plane", $0.address.text, link: $0.id)
      }
      + members.map { Fact("etcd-address", "Address of an etcd member", $0.address.text, link: $0.id) }
  }

  private func endpoints(_ members: [any Machine]) -> [String] {
    members.map { "https://\($0.address.text):\(Self.etcdClientPort)" }
  }

  /// kubespray names members `etcd1`, `etcd2` in the order of the inventory, and counts on it when one joins.
  private func initialCluster(_ members: [any Machine]) -> String {
    members.enumerated().map { "etcd\($0 + 1)=https://\($1.address.text):\(Self.etcdPeerPort)" }
      .joined(separator: ",")
  }
}
