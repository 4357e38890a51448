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
    func logins(_ machines: [any Machine]) -> String {
      machines.map { "\(account)@\($0.address.text)" }.joined(separator: " ")
    }
    let controlPlanes = machines(.controlPlane)
    let members = machines(.etcd)
    let controlPlaneIDs = Set(controlPlanes.map(\.id))
    let onlyWorkers = kubernetesMachines.filter { !controlPlaneIDs.contains($0.id) }
    let client = clientAddress(in: lab) ?? ""
    return facts + [
      Fact("folder", "Folder of the inventory", "kubespray/\(name)"),
      Fact("commit", "Commit of kubespray", release?.commit ?? ""),
      Fact("node-count", "Number of nodes", "\(kubernetesMachines.count)"),
      Fact("machine-count", "Number of machines", "\(machines.count)"),
      Fact("machine-names", "Machines", machines.map(\.name).joined(separator: " ")),
      Fact("machine-logins", "Logins to the machines", logins(machines)),
      Fact("api", "API for clients", "https://\(client)"),
      Fact("api-host", "Address of the API for clients", client.split(separator: ":").first.map(String.init) ?? ""),
      Fact("account", "Account on the machines", account),
      Fact("first-control-plane", "First control plane", controlPlanes.first?.name ?? ""),
      Fact("first-control-plane-address", "Its address", controlPlanes.first?.address.text ?? ""),
      Fact("first-control-plane-login", "Login to the first control plane", logins(Array(controlPlanes.prefix(1)))),
      Fact("control-plane-logins", "Logins to the control planes", logins(controlPlanes)),
      Fact("control-plane-addresses", "Addresses of the control planes", addresses(controlPlanes)),
      Fact("node-logins", "Logins to the nodes", logins(kubernetesMachines)),
      Fact("worker-logins", "Logins to the workers that are no control planes", logins(onlyWorkers)),
      Fact("first-etcd", "First etcd member", members.first?.name ?? ""),
      Fact("first-etcd-address", "Its address", members.first?.address.text ?? ""),
      Fact("first-etcd-login", "Login to the first etcd member", logins(Array(members.prefix(1)))),
      Fact("etcd-logins", "Logins to the etcd members", logins(members)),
      Fact("etcd-count", "Number of etcd members", "\(members.count)"),
      Fact("etcd-endpoints", "Endpoints of etcd", endpoints(members).joined(separator: ",")),
      Fact("first-etcd-endpoint", "Endpoint of the first etcd member", endpoints(members).first ?? ""),
      Fact("etcd-initial-cluster", "Members of etcd with their peer addresses", initialCluster(members)),
      Fact("etcd-quota", "Quota of etcd in bytes", "\(etcd.quota.bytes)"),
      Fact("backups", "Folder of snapshots on the first etcd member", "/var/backups/etcd-\(name)"),
      Fact("backups-kept", "Snapshots kept there", "\(Self.keptSnapshots)"),
    ]
  }

  private func addresses(_ machines: [any Machine]) -> String {
    machines.map(\.address.text).joined(separator: " ")
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
