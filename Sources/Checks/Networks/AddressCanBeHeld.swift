import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0109 = Rule(
  "RB0109", .error, "the first and the last address of a network belong to nobody",
  why: """
    The first address names the network, the last one is answered by everybody on it (RFC 1122). A machine that \
    holds one of them is reached by some systems and not by others. A /31 has neither.
    """,
  remedy: "Take an address in between.", waivable: false)

extension Check {
  /// The first and the last address of a network belong to nobody.
  static let addressCanBeHeld = Check(
    rb0109,
    bad: { .example { Example.vm("web", id: 101, at: "192.168.10.255") } },
    good: { .example { Example.vm("web", id: 101, at: "192.168.10.254") } },
    findings: { lab in
      lab.holdings.compactMap { holding in
        guard let address = holding.address.ip, let cidr = lab.cidr(of: holding.address.network), cidr.prefix < 31,
          address == cidr.address || address == cidr.broadcast
        else { return nil }
        let which = address == cidr.address ? "network" : "broadcast"
        return rb0109.diagnostic(
          about: holding.holder,
          "\(address), the address of \(holding.holder), is the \(which) address of \(holding.address.network)")
      }
    })
}
