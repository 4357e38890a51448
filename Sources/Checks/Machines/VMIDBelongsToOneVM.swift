import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0202 = Rule(
  "RB0202", .error, "a VMID belongs to one VM or template",
  why: """
    A VMID is unique in a Proxmox cluster, not on a host. The second VM with a number is not made, or worse: a command \
    for the one stops the other, and fencing does just that.
    """,
  remedy: "Give one of the two a free number.", waivable: false)

extension Check {
  /// A VMID belongs to one VM or template.
  static let vmidBelongsToOneVM = Check(
    rb0202,
    bad: {
      .example {
        Example.vm("plex", id: 101, at: "192.168.10.31")
        Example.vm("docker", id: 101, on: Example.pve2, at: "192.168.10.32")
      }
    },
    good: {
      .example {
        Example.vm("plex", id: 101, at: "192.168.10.31")
        Example.vm("docker", id: 102, on: Example.pve2, at: "192.168.10.32")
      }
    },
    findings: { lab in
      var owners: [Int: ThingID] = [:]
      return lab.vmids.compactMap { holder -> Diagnostic? in
        guard let first = owners.updateValue(holder.id, forKey: holder.vmid) else { return nil }
        return rb0202.diagnostic(
          about: holder.id, "VMID \(holder.vmid) is \(holder.id) and \(first)",
          notes: [Diagnostic.Note("\(first) has the number", about: first)])
      }
    })
}

extension ResolvedLab {
  /// The numbers that Proxmox knows VMs and templates by.
  var vmids: [(id: ThingID, vmid: Int)] {
    things.compactMap { thing in
      if let vm = thing as? VM { return (vm.id, vm.vmid) }
      return (thing as? VMTemplate).map { ($0.id, $0.vmid) }
    }
  }
}
