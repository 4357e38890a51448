import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0201 = Rule(
  "RB0201", .error, "a VMID is 100 to 999999999",
  why:
    "Proxmox keeps numbers below 100 for itself and takes no more than nine digits; Terraform finds out while it applies.",
  remedy: "Take a number from 100 upwards; many people take the last part of the address.", waivable: false)

extension Check {
  /// A VMID is a number that Proxmox takes.
  static let vmidIsInRange = Check(
    rb0201,
    bad: { .example { Example.vm("web", id: 31, at: "192.168.10.31") } },
    good: { .example { Example.vm("web", id: 131, at: "192.168.10.31") } },
    findings: { lab in
      lab.vmids.filter { !(100...999_999_999).contains($0.vmid) }.map { holder in
        rb0201.diagnostic(about: holder.id, "\(holder.vmid) is no VMID: those are 100 to 999999999")
      }
    })
}
