import Blueprint
import Diagnostics
import LabLanguage
import LabModel

extension KubesprayChecks {
  static let readableNetworks = check(
    Rule(
      "RB0309", .error, "networks of pods and services are written in CIDR notation",
      why: "What cannot be read cannot be checked, and kubespray stops at it when the machines are already made.",
      remedy: "Write the network's first address and its length: 10.233.64.0/18.", waivable: false),
    bad: KubesprayExample(networking: ClusterNetworking(pods: "10.233.0.999/18")), good: KubesprayExample()
  ) { rule, cluster, _ in
    [("pods", cluster.networking.podsText), ("services", cluster.networking.servicesText)].compactMap { use, text in
      let network = IPv4Network(text)
      if let network, "\(network)" == text { return nil }
      return rule.diagnostic(
        about: cluster.id, "'\(text)' is no network for the \(use) of \(cluster.id)",
        solutions: network == nil ? ["write it like 10.233.64.0/18"] : [],
        fixes: network.map { [Fix("write the network's first address", quoted: text, by: "\($0)")] } ?? [])
    }
  }

  static let apartNetworks = check(
    Rule(
      "RB0310", .error, "pods, services and the lab's networks do not share addresses",
      why: "A pod that shares addresses with a machine cannot reach it, nor be reached from it. kubespray notices only "
        + "pods within services.",
      remedy: "Give pods and services networks that nothing in the house uses.", waivable: false),
    bad: KubesprayExample(networking: ClusterNetworking(pods: "192.168.0.0/18")), good: KubesprayExample()
  ) { rule, cluster, lab in
    var findings: [Diagnostic] = []
    for case (let use, let network?) in [("pods", cluster.podNetwork), ("services", cluster.serviceNetwork)] {
      for other in lab.all(Network.self) {
        guard let cidr = other.cidr, network.overlaps(cidr) else { continue }
        findings.append(
          rule.diagnostic(
            about: cluster.id, "\(network) for the \(use) of \(cluster.id) overlaps \(other.id), \(cidr)",
            notes: [Diagnostic.Note("\(other.id) is here", about: other.id)],
            solutions: ["choose another network for the \(use)"]))
      }
    }
    if let pods = cluster.podNetwork, let services = cluster.serviceNetwork, pods.overlaps(services) {
      findings.append(
        rule.diagnostic(
          about: cluster.id, "\(pods) for the pods of \(cluster.id) overlaps \(services) for its services",
          solutions: ["choose another network for one of them"]))
    }
    return findings
  }

  static let roomForPods = check(
    Rule(
      "RB0311", .error, "every node has its share of the pod network, with room for its pods",
      why: "A node without a share never becomes ready, a pod without an address never starts. kubespray does not look "
        + "where Calico is the plugin.",
      remedy: "Widen the pod network, change nodePrefix, or take fewer pods a node.", waivable: false),
    bad: KubesprayExample(networking: ClusterNetworking(pods: "10.233.64.0/22")),
    good: KubesprayExample(networking: ClusterNetworking(pods: "10.233.64.0/21"))
  ) { rule, cluster, _ in
    guard let pods = cluster.podNetwork else { return [] }
    let share = cluster.networking.nodePrefix
    let perNode = cluster.networking.podsPerNode
    guard share >= pods.prefix, (8...30).contains(share) else {
      return [rule.diagnostic(about: cluster.id, "/\(share) is no share of \(pods) in \(cluster.id)")]
    }
    let shares = 1 << (share - pods.prefix)
    let addresses = (1 << (32 - share)) - 2
    let nodes = cluster.kubernetesMachines.count
    var faults: [String] = []
    if shares < nodes { faults.append("\(pods) has \(shares) shares of /\(share) for \(nodes) nodes") }
    if addresses < perNode { faults.append("/\(share) has \(addresses) addresses for \(perNode) pods a node") }
    if !(1...250).contains(perNode) { faults.append("\(perNode) pods a node, 1 to 250 are possible") }
    return faults.map { rule.diagnostic(about: cluster.id, "\($0) in \(cluster.id)") }
  }
}
