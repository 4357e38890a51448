import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0104 = Rule(
  "RB0104", .error, "a name server is given as an address",
  why: "A name cannot be looked up before there is a name server: netplan and resolv.conf take addresses only.",
  remedy: "Write the name server's IPv4 address.", waivable: false)

extension Check {
  /// A name server is given as an address.
  static let nameServerIsAddress = Check(
    rb0104,
    bad: { .example { Network("guests", "192.168.20.0/24", dns: ["dns.lab.example"]) } },
    good: {
      .example { Network("guests", "192.168.20.0/24", gateway: "192.168.20.1", dns: ["192.168.10.1", "1.1.1.1"]) }
    },
    findings: { lab in
      lab.all(Network.self).flatMap { network in
        network.dns.filter { IPv4Address($0) == nil }.map { server in
          rb0104.diagnostic(
            about: network.id, "'\(server)', a name server of \(network.id), is no IPv4 address")
        }
      }
    })
}
