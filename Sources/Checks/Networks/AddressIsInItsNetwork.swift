import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0108 = Rule(
  "RB0108", .error, "an address lies in its network",
  why: """
    A machine with an address of another network comes up without an error and is reached by nobody: its neighbours \
    send the answers to the router. A VIP outside of its network is announced where nobody listens.
    """,
  remedy: "Take the address from the network it belongs to, or correct the number that was mistyped.", waivable: false)

extension Check {
  /// An address lies in the network it was taken from.
  static let addressIsInItsNetwork = Check(
    rb0108,
    bad: { .example { Example.vm("web", id: 101, at: "192.168.11.31") } },
    good: { .example { Example.vm("web", id: 101, at: "192.168.10.31") } },
    findings: { lab in
      let networks = lab.networksByAddress
      return lab.holdings.compactMap { holding in
        guard let address = holding.address.ip, let cidr = lab.cidr(of: holding.address.network),
          !cidr.contains(address)
        else { return nil }
        let right = networks.first(containing: address)
        return rb0108.diagnostic(
          about: holding.holder,
          "\(address), the address of \(holding.holder), is outside \(holding.address.network) (\(cidr))",
          notes: [Diagnostic.Note("\(holding.address.network) is declared here", about: holding.address.network)],
          solutions: right.map { ["take it from \($0.id), which has it"] } ?? [])
      }
    })
}
