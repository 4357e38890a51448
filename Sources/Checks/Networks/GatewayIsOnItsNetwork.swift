import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0103 = Rule(
  "RB0103", .error, "a gateway is an address of its network",
  why: """
    A machine reaches its gateway directly or not at all. With one outside of the network the machine comes up, \
    answers its neighbours, and reaches nothing else.
    """,
  remedy: "Write the router's address on this very network, or leave the gateway out where the network leads nowhere.")

extension Check {
  /// A gateway is an address of its network.
  static let gatewayIsOnItsNetwork = Check(
    rb0103,
    bad: { .example { Network("guests", "192.168.20.0/24", gateway: "192.168.10.1") } },
    good: { .example { Network("guests", "192.168.20.0/24", gateway: "192.168.20.1") } },
    findings: { lab in
      lab.all(Network.self).compactMap { network in
        guard let text = network.gateway, let cidr = network.cidr else { return nil }
        guard let gateway = IPv4Address(text) else {
          return rb0103.diagnostic(about: network.id, "'\(text)', the gateway of \(network.id), is no IPv4 address")
        }
        if !cidr.contains(gateway) {
          return rb0103.diagnostic(about: network.id, "\(gateway), the gateway of \(network.id), is outside \(cidr)")
        }
        guard cidr.prefix < 31, gateway == cidr.address || gateway == cidr.broadcast else { return nil }
        let which = gateway == cidr.address ? "network" : "broadcast"
        return rb0103.diagnostic(about: network.id, "\(gateway), the gateway of \(network.id), is its \(which) address")
      }
    })
}
