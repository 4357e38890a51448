import Blueprint
import Diagnostics
import LabModel

extension KubesprayChecks {
  static let onePlace = check(
    Rule(
      "RB0314", .error, "a machine has one place in one cluster",
      why: "kubespray would install the second cluster over the first.",
      remedy: "List each machine once for each thing it does, in one cluster.", waivable: false),
    bad: KubesprayExample { $0.usual + [Worker($0.vm(5))] },
    good: KubesprayExample { $0.usual + [Worker($0.vm(3))] }
  ) { rule, cluster, lab in
    let elsewhere = lab.all(KubesprayCluster.self).filter { $0.id < cluster.id }.flatMap { other in
      other.machines.filter { machine in cluster.machines.contains { $0.id == machine.id } }.map { machine in
        rule.diagnostic(
          about: cluster.id, "\(machine.id) belongs to \(other.id) already",
          notes: [Diagnostic.Note("\(other.id) is here", about: other.id)],
          solutions: ["take it out of one of the two clusters"])
      }
    }
    return elsewhere + listedTwice(rule, in: cluster)
  }

  private static func listedTwice(_ rule: Rule, in cluster: KubesprayCluster) -> [Diagnostic] {
    var seen: [ThingID: [any KubesprayPart]] = [:]
    return cluster.members.compactMap { member in
      defer { seen[member.machine.id, default: []].append(member) }
      guard let first = seen[member.machine.id]?.first(where: { !$0.roles.isDisjoint(with: member.roles) })
      else { return nil }
      return rule.diagnostic(
        about: cluster.id, at: member.declared, "\(member.machine.id) is listed twice in \(cluster.id)",
        notes: [Diagnostic.Note("the first time is here", at: first.declared)], solutions: ["remove one of the lines"])
    }
  }

  static let certificateNames = check(
    Rule(
      "RB0320", .error, "names in the API server's certificate and the cluster's DNS domain are ones",
      why: "kubespray hands them on unread; kubeadm refuses them when etcd is already running.",
      remedy: "Write a DNS name or an IPv4 address.", waivable: false),
    bad: KubesprayExample(serverNames: ["192.168.10.999"]),
    good: KubesprayExample(serverNames: ["k8s-api.lab.example", "192.168.10.250"])
  ) { rule, cluster, _ in
    var faults = cluster.serverNames.filter { !isNameOrAddress($0) }
      .map { "'\($0)' in the certificate of \(cluster.id) is neither a name nor an address" }
    if !DNSName.isName(cluster.dnsDomain) {
      faults.append("'\(cluster.dnsDomain)' is no DNS domain for \(cluster.id)")
    }
    return faults.map { rule.diagnostic(about: cluster.id, $0) }
  }

  /// Digits and dots are an address or nothing: DNS would take `192.168.10.999` for a name.
  private static func isNameOrAddress(_ text: String) -> Bool {
    let looksLikeAddress = text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    return looksLikeAddress ? IPv4Address(text) != nil : DNSName.isName(text)
  }
}
