import Blueprint
import Diagnostics
import LabModel

extension KubesprayChecks {
  /// The systems in the README of kubespray 2.31.0 whose releases have numbers, named as `/etc/os-release` does.
  private static let systems: [String: [String]] = [
    "ubuntu": ["22.04", "24.04"], "debian": ["11", "12", "13"], "fedora": ["39", "40", "41", "42"],
    "rocky": ["9", "10"], "almalinux": ["9", "10"], "rhel": ["9", "10"], "centos": ["9", "10"], "ol": ["9", "10"],
  ]

  static let supportedSystem = check(
    Rule(
      "RB0312", .error, "nodes run a system that kubespray is tried on",
      why:
        "kubespray itself looks at the distribution's name only: it begins on Ubuntu 25.04 and fails half-way through.",
      remedy: "Use Ubuntu 22.04 or 24.04, Debian 11 to 13, Fedora 39 to 42, or Rocky, Alma, Oracle or Red Hat 9 or 10; "
        + "or take the risk with allowsUnknownSystems."),
    bad: KubesprayExample { $0.controlPlanes + [Worker($0.vm(4)), Worker($0.vm(5, from: $0.interim))] },
    good: KubesprayExample { $0.controlPlanes + [Worker($0.vm(4)), Worker($0.vm(5, from: $0.debian))] }
  ) { rule, cluster, _ in
    guard !cluster.allowsUnknownSystems else { return [] }
    return cluster.machines.compactMap { machine in
      let system = machine.operatingSystem
      let releases = systems[system.distribution] ?? []
      if releases.contains(where: { system.release == $0 || system.release.hasPrefix("\($0).") }) { return nil }
      return rule.diagnostic(
        about: machine.id, "\(machine.id) runs \(system), which kubespray is not tried on",
        solutions: [
          releases.isEmpty
            ? "use Ubuntu 24.04 or Debian 13" : "use \(system.distribution) \(releases.joined(separator: " or "))"
        ])
    }
  }

  static let enoughMemory = check(
    Rule(
      "RB0313", .error, "nodes have the memory that Kubernetes needs",
      why: "Below it kubespray refuses to begin, when the machine is already made.",
      remedy: "Give control planes at least 2 GiB and workers at least 1 GiB; both want more."),
    bad: KubesprayExample { machines in
      [ControlPlane(machines.vm(1)), ControlPlane(machines.vm(2)), ControlPlane(machines.vm(3, memory: .gib(1)))]
        + [Worker(machines.vm(4)), Worker(machines.vm(5))]
    },
    good: KubesprayExample { machines in
      [ControlPlane(machines.vm(1)), ControlPlane(machines.vm(2)), ControlPlane(machines.vm(3, memory: .gib(2)))]
        + [Worker(machines.vm(4)), Worker(machines.vm(5))]
    }
  ) { rule, cluster, _ in
    let controlPlanes = Set(cluster.machines(.controlPlane).map(\.id))
    return cluster.machines.compactMap { machine in
      let least: DataSize = controlPlanes.contains(machine.id) ? .gib(2) : .gib(1)
      guard machine.memory < least else { return nil }
      return rule.diagnostic(
        about: machine.id, "\(machine.memory) of memory for \(machine.id), a node of \(cluster.id) that needs \(least)",
        solutions: ["give it \(least) or more"])
    }
  }
}
