import Analysis
import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1020 = Rule(
  "RB1020", .warning, "what ran on a lost host fits on the others",
  why: """
    Disks on shared storage let VMs start elsewhere when a host fails, and that is worth nothing when there is no room for them. \
    It is found out on the day of the failure, VM by VM.
    """,
  remedy: """
    Add memory to the other hosts, make VMs smaller, or put those that may stay down on a datastore of local disks. `capacity` \
    shows every host.
    """)

extension Check {
  /// What ran on a lost host fits on the others.
  ///
  /// Only with three hosts or more: with two, each would have to stand half empty, and the owner has decided.
  static let vmsFitWithoutAnyHost = Check(
    rb1020,
    bad: { .threeHosts(memory: .gib(48)) },
    good: { .threeHosts(memory: .gib(32)) },
    findings: { lab in
      guard lab.all(ProxmoxHost.self).count > 2 else { return [] }
      return lab.analysis.capacities.filter { $0.verdict == .doesNotFit }.map { capacity in
        rb1020.diagnostic(
          about: capacity.host,
          "\(capacity.demand) VMs of \(capacity.host) do not fit on the other hosts when it is lost: "
            + (capacity.shortfall ?? ""),
          notes: capacity.stranded.prefix(5).map {
            Diagnostic.Note("\($0.machine) cannot move: \($0.reason)", about: $0.machine)
          })
      }
    })
}

extension ResolvedLab {
  /// A lab with a VM of a size on each of three hosts.
  fileprivate static func threeHosts(memory: DataSize) -> ResolvedLab {
    .example {
      Example.pve3
      for (number, host) in [Example.pve1, Example.pve2, Example.pve3].enumerated() {
        Example.vm("vm\(number)", id: 140 + number, on: host, at: "192.168.10.\(140 + number)", memory: memory)
      }
    }
  }
}
