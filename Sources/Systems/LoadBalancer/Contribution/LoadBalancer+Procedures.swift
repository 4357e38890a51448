import Blueprint
import Diagnostics
import LabLanguage
import LabModel

extension LoadBalancer {
  /// The runbooks of `runbooks/load-balancer` for this load balancer, in the order in which its life needs them.
  func procedures(_ balancing: LoadBalancing, in lab: ResolvedLab) -> [Procedure] {
    let facts =
      facts + machineFacts + fencingFacts(in: lab) + trafficFacts(balancing) + [
        Fact("account", "Account on the machines", lab.operatorAccount),
        Fact("playbook", "Playbook", "\(id.kind)-\(name).yml"),
      ]
    var runbooks = ["deploy", "planned-maintenance", "vip-down", "member-unwell", "split-brain"]
    if isFenced { runbooks += ["failover-drill", "fencing-failed", "confirm-lost"] }
    if !balancing.sites.isEmpty { runbooks.append("site-down") }
    return runbooks.map {
      Procedure(owner: id, origin: declared, source: "load-balancer/\($0)", scope: "lb", facts: facts)
    }
  }

  private var machineFacts: [Fact] {
    var facts = machines.map { Fact("address", "Address of a machine", $0.address.text, link: $0.id) }
    facts.append(Fact("member-count", "Number of machines", "\(machines.count)"))
    if let first = machines.first {
      facts.append(Fact("first-address", "Address of the preferred holder", first.address.text, link: first.id))
    }
    return facts
  }

  private func trafficFacts(_ balancing: LoadBalancing) -> [Fact] {
    let ports = balancing.streams.filter { $0.transport == .tcp }.map(\.port) + [settings.healthPort]
    var seen: Set<String> = []
    let backends = balancing.sites.flatMap(\.backends).map { "\($0.address):\($0.port)" }
      .filter { seen.insert($0).inserted }
    let behind = endpoints.map { "\($0.title) of \($0.owner.name)" } + balancing.sites.map(\.host)
    return [Fact("behind", "Behind it", behind.isEmpty ? "nothing yet" : behind.joined(separator: ", "))]
      + ports.map { Fact("port", "Port that must answer on the address", "\($0)") }
      + balancing.sites.map { Fact("site", "Site", "http://\($0.host):\($0.port)/", link: $0.service) }
      + backends.map { Fact("backend", "Where requests go", $0) }
  }

  /// What the machines are to Proxmox; without fencing, words that say so, because `deploy` asks for them.
  private func fencingFacts(in lab: ResolvedLab) -> [Fact] {
    var facts = machines.compactMap { $0 as? VM }.map { Fact("vmid", "Number in Proxmox", "\($0.vmid)", link: $0.id) }
    guard case .proxmox(let account, let password) = fencing else {
      return facts + [
        Fact("fencing-account", "Proxmox user", "none"), Fact("fencing-secret", "Password", "none"),
        Fact("fencing-variable", "Variable of the password", "none"),
      ]
    }
    facts.append(Fact("fencing-account", "Proxmox user", account))
    facts.append(Fact("fencing-variable", "Variable of the password", password.environmentVariable))
    for machine in machines {
      guard let power = power(of: machine, in: lab) else { continue }
      facts.append(Fact("fence-target", "Number and API", "\(power.vmid)@\(power.api)", link: machine.id))
      facts.append(
        Fact(
          "power", "What switches it off",
          "\(machine.name) is VM \(power.vmid), switched off by https://\(power.api):8006",
          link: machine.id))
    }
    return facts
  }
}
