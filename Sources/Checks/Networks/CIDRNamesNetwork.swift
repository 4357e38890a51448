import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0101 = Rule(
  "RB0101", .error, "a network is written as its first address and a prefix length",
  why: """
    Every address, range and overlap is worked out from the CIDR. With host bits set, two people read two different \
    things from it: the network, or one host in it. Some tools refuse it, some round it down in silence.
    """,
  remedy: "Write four numbers from 0 to 255, a slash, and 0 to 32, with zeros after the prefix: `192.168.10.0/24`.",
  waivable: false)

extension Check {
  /// A network's CIDR can be read, and names the network itself.
  static let cidrNamesNetwork = Check(
    rb0101,
    bad: { .example { Network("guests", "192.168.20.1/24") } },
    good: { .example { Network("guests", "192.168.20.0/24") } },
    findings: { lab in
      lab.all(Network.self).compactMap { network in
        guard let cidr = network.cidr else {
          return rb0101.diagnostic(about: network.id, "'\(network.cidrText)' is no IPv4 network in CIDR notation")
        }
        guard cidr.description != network.cidrText else { return nil }
        return rb0101.diagnostic(
          about: network.id, "\(network.cidrText) has host bits set",
          fixes: [.firstAddress(of: cidr, written: network.cidrText)])
      }
    })
}

extension Fix {
  /// Offers the network that an address and a prefix length are in.
  static func firstAddress(of network: IPv4Network, written text: String) -> Fix {
    Fix("write the network's first address", quoted: text, by: "\(network)")
  }
}
