import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0102 = Rule(
  "RB0102", .error, "networks share no address",
  why: """
    A router sends a packet to one network. Of two that overlap, one loses part of its hosts, and only for those \
    who sit on the wrong side.
    """,
  remedy: "Give one of them another range, or declare the stretch as `Reserved` where it is a part of the other.")

extension Check {
  /// Networks share no address.
  static let networksStandApart = Check(
    rb0102,
    bad: { .example { Network("guests", "192.168.10.128/25") } },
    good: { .example { Network("guests", "192.168.11.0/25") } },
    findings: { lab in
      let networks = lab.all(Network.self).compactMap { network in network.cidr.map { (network, $0) } }
        .sorted { ($0.1.address, $0.1.prefix, $0.0.declared) < ($1.1.address, $1.1.prefix, $1.0.declared) }
      // Sorted by first address, a network can only overlap the widest-reaching one before it.
      var findings: [Diagnostic] = []
      var widest: (network: Network, cidr: IPv4Network)?
      for (network, cidr) in networks {
        if let widest, widest.cidr.overlaps(cidr) {
          findings.append(
            rb0102.diagnostic(
              about: network.id, "\(cidr) of \(network.id) overlaps \(widest.cidr) of \(widest.network.id)",
              notes: [Diagnostic.Note("\(widest.network.id) is declared here", about: widest.network.id)]))
        }
        if widest.map({ $0.cidr.broadcast < cidr.broadcast }) ?? true { widest = (network, cidr) }
      }
      return findings
    })
}
