import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0206 = Rule(
  "RB0206", .warning, "the VMs of a host have at most three times its cores",
  why: """
    Cores may be promised several times, because most VMs wait most of the time. Beyond three to one VMs begin to wait \
    for each other, and etcd, which has a heartbeat to keep, loses its leader.
    """,
  remedy: "Move a VM to another host, or give some of them fewer cores.")

extension Check {
  /// The VMs of a host have at most three times its cores.
  static let hostCoresAreNotOvercommitted = Check(
    rb0206,
    bad: { .example { for index in 1...4 { Example.worker(index, cores: 13) } } },
    good: { .example { for index in 1...4 { Example.worker(index, cores: 12) } } },
    findings: { lab in
      lab.residents.compactMap { host, vms in
        // In floating point, so that no number a person may write can overflow.
        let promised = vms.reduce(0.0) { $0 + Double($1.cores) }
        guard host.cores > 0, promised > 3 * Double(host.cores) else { return nil }
        return rb0206.diagnostic(
          about: host.id, "cores of the VMs on \(host.id) are more than three times its \(host.cores)",
          notes: vms.sorted { $0.cores > $1.cores }.map { Diagnostic.Note("\($0.id): \($0.cores)", about: $0.id) })
      }
    })
}

extension Example {
  fileprivate static func worker(_ index: Int, cores: Int) -> VM {
    vm("worker\(index)", id: 130 + index, at: "192.168.10.\(130 + index)", cores: cores)
  }
}
