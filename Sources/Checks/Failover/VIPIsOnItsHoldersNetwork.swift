import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0602 = Rule(
  "RB0602", .error, "an address that moves is on the network of its machines",
  why: "Whoever takes the address over announces it on the wire it is on. On another network nobody hears that.",
  remedy: "Take the address from the network that the machines are on.", waivable: false)

extension Check {
  /// An address that moves is on the network of its machines.
  static let vipIsOnItsHoldersNetwork = Check(
    rb0602,
    bad: { .vip(at: Network("guests", "192.168.20.0/24")["192.168.20.245"], between: VM.pair) },
    good: { .vip(at: Example.lan["192.168.10.245"], between: VM.pair) },
    findings: { lab in
      lab.ownVIPs.flatMap { vip in
        vip.members.compactMap { member -> Diagnostic? in
          guard let machine = lab.thing(member, as: (any Machine).self),
            !machine.addresses.contains(where: { $0.network == vip.address.network })
          else { return nil }
          return rb0602.diagnostic(
            about: vip.id, "\(vip.address.text) is on \(vip.address.network), and \(member) is not",
            notes: [Diagnostic.Note("\(member) is on \(machine.address.network)", about: member)])
        }
      }
    })
}

extension VM {
  fileprivate static let pair = [
    Example.vm("guac1", id: 131, at: "192.168.10.31"),
    Example.vm("guac2", id: 132, on: Example.pve2, at: "192.168.10.32"),
  ]
}
