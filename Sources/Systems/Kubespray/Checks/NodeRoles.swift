import Blueprint
import Diagnostics
import LabModel

extension KubesprayChecks {
  static let hasControlPlane = check(
    Rule(
      "RB0302", .error, "a cluster has a control plane",
      why: "Without one there is no API server, and kubespray refuses the inventory.",
      remedy: "List at least one ControlPlane; three survive the loss of one.", waivable: false),
    bad: KubesprayExample { [EtcdMember($0.vm(1)), Worker($0.vm(4)), Worker($0.vm(5))] },
    good: KubesprayExample { [ControlPlane($0.vm(1)), Worker($0.vm(4)), Worker($0.vm(5))] }
  ) { rule, cluster, _ in
    guard cluster.machines(.controlPlane).isEmpty else { return [] }
    return [
      rule.diagnostic(about: cluster.id, "no control plane in \(cluster.id)", solutions: ["list a ControlPlane"])
    ]
  }

  static let apartControlPlanes = check(
    Rule(
      "RB0303", .warning, "control planes stand on different hosts",
      why:
        "Machines on one host go down together: three control planes of which two share a host are no safer than one.",
      remedy: "Put each on a host of its own."),
    bad: KubesprayExample { machines in
      [ControlPlane(machines.vm(1)), ControlPlane(machines.vm(2, on: machines.hosts[0])), ControlPlane(machines.vm(3))]
        + [Worker(machines.vm(4)), Worker(machines.vm(5))]
    },
    good: KubesprayExample()
  ) { rule, cluster, _ in
    let controlPlanes = cluster.machines(.controlPlane)
    let crowded = Dictionary(grouping: controlPlanes, by: \.failureDomain).filter { $0.value.count > 1 }
    return crowded.map { host, machines in
      rule.diagnostic(
        about: cluster.id,
        "\(machines.map(\.name).joined(separator: ", ")) share \(host): \(machines.count) of \(controlPlanes.count) "
          + "control planes go down with it",
        notes: machines.map { Diagnostic.Note("\($0.id) runs on \(host)", about: $0.id) },
        solutions: ["move all but one of them to other hosts"])
    }
  }

  static let hasWorker = check(
    Rule(
      "RB0304", .error, "a cluster has a worker",
      why: "Services run nowhere else, and kubespray says nothing about an empty list.",
      remedy: "List a Worker; a machine may be listed as ControlPlane and as Worker.", waivable: false),
    bad: KubesprayExample { $0.controlPlanes },
    good: KubesprayExample { $0.controlPlanes + [Worker($0.vm(1)), Worker($0.vm(2))] }
  ) { rule, cluster, _ in
    guard cluster.machines(.worker).isEmpty else { return [] }
    return [rule.diagnostic(about: cluster.id, "no worker in \(cluster.id)", solutions: ["list a Worker"])]
  }

  static let twoWorkers = check(
    Rule(
      "RB0305", .note, "a cluster has two workers",
      why: "With one, every service stops while it restarts.",
      remedy: "List a second Worker, or live with it."),
    bad: KubesprayExample { $0.controlPlanes + [Worker($0.vm(4))] },
    good: KubesprayExample()
  ) { rule, cluster, _ in
    guard cluster.machines(.worker).count == 1 else { return [] }
    return [rule.diagnostic(about: cluster.id, "only one worker in \(cluster.id)")]
  }
}
