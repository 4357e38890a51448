import Blueprint
import Diagnostics
import LabLanguage
import LabModel

extension LoadBalancerChecks {
  static let fencedMembers = check(
    Rule(
      "RB0614", .error, "every machine of a fenced load balancer can be switched off from outside",
      why: """
        A machine that is silent may still hold the address. Pacemaker waits with the takeover until the machine is \
        known to be off; one that nothing can switch off blocks it for good.
        """,
      remedy: "Use VMs on Proxmox hosts that the lab lists, or waive fencing with a reason.", waivable: false),
    bad: LoadBalancerExample(members: { [$0.vm(1), $0.bareMetal] }), good: LoadBalancerExample()
  ) { rule, balancer, lab in
    guard case .proxmox = balancer.fencing else { return [] }
    return balancer.machines.compactMap { machine in
      if let vm = machine as? VM, lab.thing(vm.host, as: ProxmoxHost.self) != nil { return nil }
      return rule.diagnostic(
        about: balancer.id, "Proxmox cannot switch \(machine.id) off, a machine of \(balancer.id)",
        notes: [Diagnostic.Note("\(machine.id) is declared here", about: machine.id)],
        solutions: ["use a VM", "write fencing: .waived(because: ...)"])
    }
  }

  static let fencingWaived = check(
    Rule(
      "RB0615", .warning, "a load balancer is fenced",
      why: """
        Measured: with Corosync killed on the machine that held the address, both machines held it until someone \
        looked. Clients then reach one or the other at random.
        """,
      remedy: "Write fencing: .proxmox(password: ...), with a Proxmox user that may switch these VMs off."),
    bad: LoadBalancerExample(fencing: .waived(because: "a test lab")), good: LoadBalancerExample()
  ) { rule, balancer, _ in
    guard case .waived(let reason) = balancer.fencing else { return [] }
    return [
      rule.diagnostic(
        about: balancer.id, "\(balancer.id) is not fenced: \(reason)",
        solutions: ["write fencing: .proxmox(password: ...)"])
    ]
  }

  static let sensibleTimes = check(
    Rule(
      "RB0620", .error, "the times of a load balancer are in the range that was tried",
      why: """
        A token below half a second declares machines lost that are only busy, and fencing then switches them off. \
        Above half a minute the address is gone for longer than people wait.
        """,
      remedy: "Use a token of 500 to 30000 ms, and one second at least for every other time."),
    bad: LoadBalancerExample(settings: LoadBalancer.Settings(token: 100)),
    good: LoadBalancerExample(settings: LoadBalancer.Settings(token: 3000))
  ) { rule, balancer, _ in
    let settings = balancer.settings
    var findings: [Diagnostic] = []
    if !(500...30_000).contains(settings.token) {
      findings.append(
        rule.diagnostic(
          about: balancer.id, "a token of \(settings.token) ms for \(balancer.id)", solutions: ["use 500 to 30000"]))
    }
    for (name, time) in [("monitor", settings.monitor), ("connect", settings.connect), ("idle", settings.idle)]
    where !(1...86_400).contains(time.seconds) {
      findings.append(
        rule.diagnostic(
          about: balancer.id, "\(time) for '\(name)' of \(balancer.id)", solutions: ["use one second to one day"]))
    }
    return findings
  }
}
