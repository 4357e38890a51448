import Blueprint
import Diagnostics
import LabLanguage
import LabModel

extension LoadBalancerChecks {
  static let twoMembers = check(
    Rule(
      "RB0610", .error, "a load balancer has two different machines at least",
      why: "With one machine there is nothing to take the address over: it would only be one more thing that can fail.",
      remedy: "Put a second machine between its braces, on another host; list each machine once.", waivable: false),
    bad: LoadBalancerExample(members: { [$0.vm(1), $0.vm(1)] }), good: LoadBalancerExample()
  ) { rule, balancer, _ in
    var seen: Set<ThingID> = []
    let repeated = balancer.members.filter { !seen.insert($0).inserted }
    var findings = Set(repeated).sorted().map { machine in
      rule.diagnostic(
        about: balancer.id, "\(machine) is listed more than once in \(balancer.id)", solutions: ["list it once"])
    }
    if seen.count < 2, repeated.isEmpty {
      findings.append(
        rule.diagnostic(
          about: balancer.id, "\(balancer.id) has \(seen.isEmpty ? "no machine" : "one machine only")",
          solutions: ["add a machine on another host"]))
    }
    return findings
  }

  static let apartMembers = check(
    Rule(
      "RB0611", .warning, "the machines of a load balancer do not die together",
      why: "When the host that carries all of them fails, the address is gone, and so is everything behind it.",
      remedy: "Place the machines on different hosts."),
    bad: LoadBalancerExample(members: { [$0.vm(1, on: $0.hosts[0]), $0.vm(2, on: $0.hosts[0])] }),
    good: LoadBalancerExample()
  ) { rule, balancer, _ in
    let hosts = Set(balancer.machines.map(\.failureDomain))
    guard Set(balancer.members).count > 1, let host = hosts.first, hosts.count == 1 else { return [] }
    return [
      rule.diagnostic(
        about: balancer.id, "every machine of \(balancer.id) runs on \(host)",
        notes: balancer.machines.map { Diagnostic.Note("\($0.id) runs on \(host)", about: $0.id) },
        solutions: ["move one of them to another host"])
    ]
  }

  static let apartDisks = check(
    Rule(
      "RB0612", .note, "the disks of a load balancer's machines do not lie on one pool",
      why: "When that storage stops, all machines stop with it, and fencing cannot help.",
      remedy: "Put the disks on the hosts' own datastores: a load balancer has no state that could be lost with them."),
    bad: LoadBalancerExample(members: { [$0.vm(1, store: $0.sharedDisks), $0.vm(2, store: $0.sharedDisks)] }),
    good: LoadBalancerExample(members: { [$0.vm(1, store: $0.sharedDisks), $0.vm(2)] })
  ) { rule, balancer, lab in
    let pools = balancer.machines.map { ($0 as? VM).flatMap { lab.thing($0.store, as: Datastore.self)?.pool } }
    guard Set(balancer.members).count > 1, let pool = pools[0], pools.allSatisfy({ $0 == pool }) else { return [] }
    return [
      rule.diagnostic(
        about: balancer.id, "the disks of every machine of \(balancer.id) lie on \(pool)",
        solutions: ["use a datastore of the hosts themselves"])
    ]
  }

  static let sharedNetwork = check(
    Rule(
      "RB0618", .error, "the address of a load balancer is on the network of its machines",
      why:
        "The machine that holds the address adds it to the interface of that network. Without one, the address is nowhere.",
      remedy: "Take the address from the network that the machines are on.", waivable: false),
    bad: LoadBalancerExample(vip: { $0.other["192.168.20.250"] }), good: LoadBalancerExample()
  ) { rule, balancer, _ in
    balancer.machines.filter { $0.address.network != balancer.vip.network }.map { machine in
      rule.diagnostic(
        about: balancer.id,
        "\(balancer.vip) of \(balancer.id) is on \(balancer.vip.network), \(machine.id) on \(machine.address.network)",
        notes: [Diagnostic.Note("\(machine.id) has \(machine.address)", about: machine.id)],
        solutions: ["take the address from \(machine.address.network)"])
    }
  }

  static let oneBalancer = check(
    Rule(
      "RB0621", .error, "a machine belongs to one load balancer",
      why: "It has one nginx and one Corosync. The second role that is applied to it throws the first one out.",
      remedy: "Make a VM for each, or let one load balancer do both.", waivable: false),
    bad: LoadBalancerExample(services: { machines, balancer in
      [
        LoadBalancer("second", vip: machines.lan["192.168.10.251"], fencing: balancer.fencing) {
          machines.vm(1)
          machines.vm(3)
          machines.vm(4)
        }
      ]
    }),
    good: LoadBalancerExample(services: { machines, balancer in
      [
        LoadBalancer("second", vip: machines.lan["192.168.10.251"], fencing: balancer.fencing) {
          machines.vm(3)
          machines.vm(4)
        }
      ]
    })
  ) { rule, balancer, lab in
    let earlier = lab.all(LoadBalancer.self).prefix { $0.id != balancer.id }
    return balancer.machines.compactMap { machine in
      guard let other = earlier.first(where: { $0.members.contains(machine.id) }) else { return nil }
      return rule.diagnostic(
        about: balancer.id, "\(machine.id) belongs to \(other.id) and to \(balancer.id)",
        notes: [Diagnostic.Note("\(other.id) is declared here", about: other.id)],
        solutions: ["use another machine"])
    }
  }
}
