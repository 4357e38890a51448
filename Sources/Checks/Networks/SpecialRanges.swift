import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0120 = Rule(
  "RB0120", .error, "a network lies in addresses that a machine may have",
  why: """
    Loopback, link-local, multicast and reserved addresses mean something to every system (RFC 6890): some never leave the \
    machine, some are answered by all, some are refused by the kernel.
    """,
  remedy: "Take a private network: 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.", waivable: false)

private let rb0121 = Rule(
  "RB0121", .warning, "a network does not lie in the addresses of documentation",
  why: """
    192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737) and 198.18.0.0/15 (RFC 2544) are for examples and for test \
    equipment. Firewalls drop them as forged, and a copied example then means a machine of yours.
    """,
  remedy: "Take a private network: 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.")

private let rb0122 = Rule(
  "RB0122", .warning, "a network of a lab has private addresses",
  why: """
    Public addresses belong to somebody. Whoever in the house wants to reach that somebody ends up in the lab, and finds \
    out when a web site or an update does not answer.
    """,
  remedy: """
    Take a private network: 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16. If the addresses are really yours, waive the rule.
    """)

private let rb0123 = Rule(
  "RB0123", .warning, "a network of a lab is not one that carriers and Tailscale use",
  why: """
    100.64.0.0/10 is what providers put between their routers and yours (RFC 6598), and what Tailscale gives its \
    machines. Either takes the route away from the lab's own network on the day it is set up.
    """,
  remedy: "Take a private network: 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.")

private let rb0126 = Rule(
  "RB0126", .warning, "a network leaves Docker's first bridge alone",
  why: """
    Docker gives its bridge 172.17.0.0/16 on every machine that does not say otherwise. Containers there reach none of \
    the network's machines, and the machine itself answers for them.
    """,
  remedy: "Take another private network, or set `bip` in Docker's daemon.json and waive the rule.")

extension Check {
  /// A network lies in addresses that a machine may have.
  static let networkIsUsable = special(
    rb0120,
    bad: { .bare { Network("lan", "169.254.10.0/24") } },
    good: { .bare { Network("lan", "192.168.10.0/24") } },
    blocks: SpecialBlock.unusable)

  /// A network does not lie in the addresses of documentation.
  static let networkIsNoExample = special(
    rb0121,
    bad: { .bare { Network("lan", "192.0.2.0/24") } },
    good: { .bare { Network("lan", "192.168.2.0/24") } },
    blocks: SpecialBlock.documentation)

  /// A network is not one that carriers and Tailscale use.
  static let networkIsNoCarriers = special(
    rb0123,
    bad: { .bare { Network("lan", "100.64.10.0/24") } },
    good: { .bare { Network("lan", "10.64.10.0/24") } },
    blocks: SpecialBlock.carrier)

  /// A network of a lab has private addresses.
  static let networkIsPrivate = Check(
    rb0122,
    bad: { .bare { Network("lan", "172.32.10.0/24") } },
    good: { .bare { Network("lan", "172.31.10.0/24") } },
    findings: { lab in
      lab.all(Network.self).compactMap { network in
        guard let cidr = network.cidr, cidr.prefix > 0, !SpecialBlock.all.contains(where: { $0.network.overlaps(cidr) })
        else { return nil }
        return rb0122.diagnostic(about: network.id, "\(cidr) of \(network.id) is public address space")
      }
    })

  /// A network leaves Docker's first bridge alone, where containers run on machines.
  static let networkIsNotDockers = Check(
    rb0126,
    bad: { containers(on: Network("lan", "172.17.0.0/24", gateway: "172.17.0.1"), at: "172.17.0.5") },
    good: { containers(on: Network("lan", "172.16.0.0/24", gateway: "172.16.0.1"), at: "172.16.0.5") },
    findings: { lab in
      guard let service = lab.all(Service.self).first(where: { $0.cluster == nil && !$0.containers.isEmpty }) else {
        return []
      }
      let docker = IPv4Network(containing: IPv4Address(bits: 0xAC11_0000), prefix: 16)
      return lab.all(Network.self).compactMap { network in
        guard let cidr = network.cidr, cidr.overlaps(docker) else { return nil }
        return rb0126.diagnostic(
          about: network.id, "\(cidr) of \(network.id) overlaps \(docker), Docker's first bridge",
          notes: [Diagnostic.Note("\(service.id) runs containers on a machine", about: service.id)])
      }
    })

  /// A rule that keeps networks out of some blocks.
  private static func special(
    _ rule: Rule, bad: @escaping @Sendable () -> ResolvedLab, good: @escaping @Sendable () -> ResolvedLab,
    blocks: [SpecialBlock]
  ) -> Check {
    Check(
      rule, bad: bad, good: good,
      findings: { lab in
        lab.all(Network.self).compactMap { network in
          guard let cidr = network.cidr, let block = blocks.first(where: { $0.network.overlaps(cidr) }) else {
            return nil
          }
          return rule.diagnostic(
            about: network.id, "\(cidr) of \(network.id) lies in \(block.network): \(block.use)")
        }
      })
  }
}

/// A block of addresses with a meaning of its own (IANA's registry of special-purpose addresses).
struct SpecialBlock: Sendable {
  let network: IPv4Network
  let use: String

  private init(_ first: UInt32, _ prefix: Int, _ use: String) {
    self.network = IPv4Network(containing: IPv4Address(bits: first), prefix: prefix)
    self.use = use
  }

  /// What no machine can have as its own.
  static let unusable = [
    SpecialBlock(0, 8, "this network"), SpecialBlock(0x7F00_0000, 8, "loopback"),
    SpecialBlock(0xA9FE_0000, 16, "link-local"), SpecialBlock(0xE000_0000, 4, "multicast"),
    SpecialBlock(0xF000_0000, 4, "reserved"),
  ]
  /// What examples are written with, and what test equipment uses.
  static let documentation = [
    SpecialBlock(0xC000_0200, 24, "documentation"), SpecialBlock(0xC633_6400, 24, "documentation"),
    SpecialBlock(0xCB00_7100, 24, "documentation"), SpecialBlock(0xC612_0000, 15, "benchmarks"),
  ]
  /// What lies between a provider's routers and its customers'.
  static let carrier = [SpecialBlock(0x6440_0000, 10, "carriers and Tailscale")]
  /// What everybody may use at home.
  static let `private` = [
    SpecialBlock(0x0A00_0000, 8, "private"), SpecialBlock(0xAC10_0000, 12, "private"),
    SpecialBlock(0xC0A8_0000, 16, "private"),
  ]
  /// All of them.
  static let all = unusable + documentation + carrier + `private`
}

/// A lab with a machine that runs containers.
private func containers(on network: Network, at address: String) -> ResolvedLab {
  let docker = Example.machine("docker", at: network[address])
  return .bare {
    network
    docker
    Service("web", in: docker) { Container("nginx:1.28.0", port: 80) }
  }
}
