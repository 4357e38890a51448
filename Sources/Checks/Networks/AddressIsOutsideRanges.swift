import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0111 = Rule(
  "RB0111", .error, "a fixed address lies in no range that is handed out or kept free",
  why: """
    A DHCP server or a load balancer's pool gives each address of its range to whoever asks. It does not know that a \
    machine holds one of them already, and the day it hands that one out both are hard to reach.
    """,
  remedy: "Take an address outside of the range, or shorten the range, here and where it is configured.")

extension Check {
  /// A fixed address lies in no range that something hands out.
  static let addressIsOutsideRanges = Check(
    rb0111,
    bad: {
      .bare {
        Network.withDHCP
        BareMetalHost("web", at: Network.withDHCP["192.168.10.70"], cores: 4, memory: .gib(8), disk: .gib(100))
      }
    },
    good: {
      .bare {
        Network.withDHCP
        BareMetalHost("web", at: Network.withDHCP["192.168.10.100"], cores: 4, memory: .gib(8), disk: .gib(100))
      }
    },
    findings: { lab in
      let ranges = lab.rangesByAddress()
      return lab.holdings.compactMap { holding in
        guard let address = holding.address.ip,
          let (range, owner) = ranges[holding.address.network]?.first(containing: address),
          // A service's own address is taken from the pool that hands them out.
          !(range.use == .serviceAddresses && holding.holder.kind == "service")
        else { return nil }
        return rb0111.diagnostic(
          about: holding.holder,
          "\(address), the address of \(holding.holder), lies in the \(range.use.rawValue) '\(range.name)' of \(owner)",
          notes: [Diagnostic.Note("\(range.firstText) to \(range.lastText)", about: owner, at: range.declared)])
      }
    })
}

extension Network {
  fileprivate static let withDHCP = Network("lan", "192.168.10.0/24") {
    DHCP(from: "192.168.10.60", to: "192.168.10.99")
  }
}
