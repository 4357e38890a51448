import Blueprint
import Diagnostics
import LabLanguage
import LabModel

extension LoadBalancer {
  /// The runbooks of `runbooks/load-balancer`, in the order in which a load balancer's life needs them.
  static let runbooks = [
    "deploy", "failover-drill", "planned-maintenance", "vip-down", "member-unwell", "split-brain", "fencing-failed",
    "site-down",
  ]

  func procedures(in lab: ResolvedLab) -> [Procedure] {
    let facts =
      facts + machineFacts + fencingFacts(in: lab) + [
        Fact("account", "Account on the machines", lab.operatorAccount),
        Fact("role", "Ansible group", roleName),
        Fact("playbook", "Playbook", "\(id.kind)-\(name).yml"),
        Fact("resources", "Configuration of Pacemaker on the machines", "/etc/pacemaker/\(name).xml"),
      ] + testedPorts.map { Fact("port", "Port that must answer on the address", "\($0)") }
    return Self.runbooks.map {
      Procedure(owner: id, origin: declared, source: "load-balancer/\($0)", scope: "lb", facts: facts)
    }
  }

  private var testedPorts: [Int] {
    endpoints.filter { $0.transport == .tcp }.map(\.port) + [settings.healthPort]
  }

  private var machineFacts: [Fact] {
    var facts = machines.map { Fact("address", "Address of a machine", $0.address.text, link: $0.id) }
    facts.append(Fact("member-count", "Number of machines", "\(machines.count)"))
    for (word, machine) in zip(["first", "second"], machines) {
      facts.append(Fact("\(word)-member", "The \(word) machine", machine.name, link: machine.id))
      facts.append(Fact("\(word)-address", "Its address", machine.address.text, link: machine.id))
    }
    return facts
  }

  /// What the machines are to Proxmox; texts that say so where there is no fencing, because the runbooks ask for them.
  private func fencingFacts(in lab: ResolvedLab) -> [Fact] {
    guard case .proxmox(let account, let password) = fencing else {
      return [
        Fact("fencing-account", "Proxmox user for fencing", "none"),
        Fact("fencing-secret", "Password for fencing", "none"),
        Fact("fencing-variable", "Environment variable of the password", "none"),
        Fact("power", "VM and the API that switches it off", "none"),
      ]
    }
    return [
      Fact("fencing-account", "Proxmox user for fencing", account),
      Fact("fencing-variable", "Environment variable of the password", password.environmentVariable),
    ]
      + machines.compactMap { machine in
        guard let vm = machine as? VM, let power = power(of: machine, in: lab) else { return nil }
        return Fact(
          "power", "VM and the API that switches it off",
          "\(vm.name) is VM \(vm.vmid) on \(vm.host.name), switched off by https://\(power.api):8006")
      }
  }
}
