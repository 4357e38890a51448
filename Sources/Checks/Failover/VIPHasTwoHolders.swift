import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0601 = Rule(
  "RB0601", .error, "an address that moves has two machines at least, which do not die together",
  why: """
    With one machine, or two on one host, there is nobody to take the address over when that host fails, and everything \
    that was built on it stops.
    """,
  remedy: "Name a second machine, on another host.")

extension Check {
  /// An address that moves has two machines at least, on different hosts.
  static let vipHasTwoHolders = Check(
    rb0601,
    bad: {
      .vip(between: [
        Example.vm("guac1", id: 131, at: "192.168.10.31"), Example.vm("guac2", id: 132, at: "192.168.10.32"),
      ])
    },
    good: {
      .vip(between: [
        Example.vm("guac1", id: 131, at: "192.168.10.31"),
        Example.vm("guac2", id: 132, on: Example.pve2, at: "192.168.10.32"),
      ])
    },
    findings: { lab in
      lab.ownVIPs.compactMap { vip in
        let members = Set(vip.members)
        guard members.count > 1 else {
          return rb0601.diagnostic(
            about: vip.id,
            "\(vip.address.text) of \(vip.id) can be held by \(members.isEmpty ? "no" : "one") machine only")
        }
        let hosts = Set(members.compactMap { lab.thing($0, as: (any Machine).self)?.failureDomain })
        guard hosts.count == 1, let host = hosts.first else { return nil }
        return rb0601.diagnostic(
          about: vip.id, "every machine that can hold \(vip.address.text) dies with \(host)",
          notes: vip.members.map { Diagnostic.Note("\($0) is on \(host)", about: $0) })
      }
    })
}

extension ResolvedLab {
  /// The moving addresses that stand in the lab by themselves; one that a system brings is under that system's rules.
  var ownVIPs: [VIP] {
    let brought = Set(things.flatMap(\.parts).map(\.id))
    return all(VIP.self).filter { !brought.contains($0.id) }
  }

  /// A lab with an address that moves between machines.
  static func vip(at address: NetworkAddress = Example.lan["192.168.10.245"], between machines: [VM]) -> ResolvedLab {
    .example {
      machines
      Network("guests", "192.168.20.0/24")
      VIP("guacamole", at: address, members: machines.map(\.id), declared: SourceLocation(#fileID, #line))
    }
  }
}
