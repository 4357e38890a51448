import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0204 = Rule(
  "RB0204", .error, "the VMs of a host fit its memory",
  why: """
    Memory that is promised twice is taken back by the kernel's out-of-memory killer, and it takes the largest process: \
    a whole VM. It happens when everything is busy, or when everything starts at once after a power cut.
    """,
  remedy: "Move a VM to another host, or give it less. The host itself wants a gigabyte or two as well.")

extension Check {
  /// The VMs of a host fit its memory.
  static let hostHasTheMemory = Check(
    rb0204,
    bad: {
      .example {
        Example.vm("big01", id: 131, at: "192.168.10.31", memory: .gib(40))
        Example.vm("big02", id: 132, at: "192.168.10.32", memory: .gib(40))
      }
    },
    good: {
      .example {
        Example.vm("big01", id: 131, at: "192.168.10.31", memory: .gib(40))
        Example.vm("big02", id: 132, on: Example.pve2, at: "192.168.10.32", memory: .gib(40))
      }
    },
    findings: { lab in
      lab.residents.compactMap { host, vms in
        let total = vms.map(\.memory).reduce(DataSize(bytes: 0), +)
        guard total > host.memory else { return nil }
        return rb0204.diagnostic(
          about: host.id, "\(host.memory) of \(host.id) are less than the \(total) of its \(vms.count) VMs",
          notes: vms.sorted { $0.memory > $1.memory }.map { Diagnostic.Note("\($0.id): \($0.memory)", about: $0.id) })
      }
    })
}

extension ResolvedLab {
  /// Each Proxmox host that has VMs, with its VMs.
  var residents: [(host: ProxmoxHost, vms: [VM])] {
    let vms = Dictionary(grouping: all(VM.self), by: \.host)
    return all(ProxmoxHost.self).compactMap { host in vms[host.id].map { (host, $0) } }
  }
}
