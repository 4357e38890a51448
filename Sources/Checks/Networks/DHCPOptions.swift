import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0147 = Rule(
  "RB0147", .error, "the router that DHCP tells clients of is on their network",
  why: "A client takes option 3 as it comes. With a router that it cannot reach directly, it has no internet.",
  remedy: "Leave `gateway:` out at the `DHCP` range: clients are then told the network's.")

private let rb0148 = Rule(
  "RB0148", .warning, "DHCP clients and fixed machines have one router",
  why: """
    Two routers on one network send the answers of one half through the other's firewall, which has never seen the \
    question and drops them.
    """,
  remedy: "Leave `gateway:` out at the `DHCP` range, or write a `Route` where only some addresses go another way.")

private let rb0149 = Rule(
  "RB0149", .error, "the name servers that DHCP tells clients of are addresses",
  why: "Option 6 holds four bytes for each server; a name does not fit, and the DHCP server refuses its configuration.",
  remedy: "Write the name server's IPv4 address.", waivable: false)

extension Check {
  /// The router that DHCP tells clients of is on their network.
  static let dhcpRouterIsNear = Check(
    rb0147,
    bad: { .lan { DHCP(from: "192.168.10.60", to: "192.168.10.99", gateway: "192.168.1.1") } },
    good: { .lan { DHCP(from: "192.168.10.60", to: "192.168.10.99", gateway: "192.168.10.1") } },
    findings: { lab in
      lab.dhcpRanges.compactMap { network, range in
        guard let text = range.gateway, let cidr = network.cidr else { return nil }
        if let address = IPv4Address(text), cidr.contains(address) { return nil }
        return rb0147.diagnostic(
          about: network.id, at: range.declared, "'\(text)', the router for clients of \(network.id), is not in \(cidr)"
        )
      }
    })

  /// DHCP clients and fixed machines have one router.
  static let dhcpRouterIsTheGateway = Check(
    rb0148,
    bad: { .lan { DHCP(from: "192.168.10.60", to: "192.168.10.99", gateway: "192.168.10.2") } },
    good: { .lan { DHCP(from: "192.168.10.60", to: "192.168.10.99", gateway: "192.168.10.1") } },
    findings: { lab in
      lab.dhcpRanges.compactMap { network, range in
        guard let gateway = network.gateway, let text = range.gateway, text != gateway,
          let address = IPv4Address(text), network.cidr?.contains(address) == true
        else { return nil }
        return rb0148.diagnostic(
          about: network.id, at: range.declared,
          "clients of \(network.id) are told \(address) as their router, and its gateway is \(gateway)",
          fixes: [Fix("write the network's gateway", quoted: text, by: gateway, at: range.declared)])
      }
    })

  /// The name servers that DHCP tells clients of are addresses.
  static let dhcpNameServersAreAddresses = Check(
    rb0149,
    bad: { .lan { DHCP(from: "192.168.10.60", to: "192.168.10.99", dns: ["pihole.lab.example"]) } },
    good: { .lan { DHCP(from: "192.168.10.60", to: "192.168.10.99", dns: ["192.168.10.53"]) } },
    findings: { lab in
      lab.dhcpRanges.flatMap { network, range in
        (range.dns ?? []).filter { IPv4Address($0) == nil }.map { server in
          rb0149.diagnostic(
            about: network.id, at: range.declared,
            "'\(server)', a name server for clients of \(network.id), is no IPv4 address")
        }
      }
    })
}

extension ResolvedLab {
  fileprivate var dhcpRanges: [(network: Network, range: DHCP)] {
    all(Network.self).flatMap { network in network.dhcp.map { (network, $0) } }
  }
}
