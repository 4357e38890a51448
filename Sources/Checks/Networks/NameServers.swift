import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0138 = Rule(
  "RB0138", .error, "a name server keeps its address",
  why: """
    An address that DHCP leases belongs to somebody else after the next power cut, and then no name in the house is found.
    """,
  remedy: "Give the name server an address outside of the DHCP range, or draw the range smaller.")

private let rb0139 = Rule(
  "RB0139", .error, "a network without a gateway has its name and time servers on it",
  why: "Without a gateway nothing outside is reached: every look-up waits for its timeout, and clocks drift apart.",
  remedy: "Name servers on the network itself, give it a gateway, or leave the servers out.")

private let rb0140 = Rule(
  "RB0140", .error, "a name or time server can have the address it is given",
  why: """
    A loopback address means every machine itself, a network's first or last address nobody or everybody. 127.0.0.53 in \
    resolv.conf is what systemd-resolved writes for its own machine; handed to others it leads nowhere.
    """,
  remedy: "Write the server's address as its neighbours know it.", waivable: false)

private let rb0141 = Rule(
  "RB0141", .warning, "a name server is listed once",
  why: "The second mention is asked after the first one did not answer, and does not answer either.",
  remedy: "Remove one, or name the server that was meant.")

private let rb0142 = Rule(
  "RB0142", .warning, "a network has three name servers at most",
  why:
    "The C library and Kubernetes read three lines of resolv.conf and leave the rest unread; kubelet complains for ever.",
  remedy: "Keep the three that matter.")

private let rb0143 = Rule(
  "RB0143", .error, "a search domain is a DNS name",
  why: "It is appended to names without a dot. What DNS does not take makes every such look-up fail.",
  remedy: "Write labels of lower-case letters, digits and hyphens, joined by dots.", waivable: false)

private let rb0145 = Rule(
  "RB0145", .error, "a time server is an address or a DNS name",
  why: "A clock that asks nobody drifts, and etcd, certificates and log lines are the first to show it.",
  remedy: "Write an IPv4 address or a DNS name, one server per text.", waivable: false)

extension Check {
  /// A name server keeps its address.
  static let nameServerIsFixed = Check(
    rb0138,
    bad: {
      .lan(dns: ["192.168.10.70"]) {
        DHCP(from: "192.168.10.60", to: "192.168.10.99")
      }
    },
    good: {
      .lan(dns: ["192.168.10.53"]) {
        DHCP(from: "192.168.10.60", to: "192.168.10.99")
      }
    },
    findings: { lab in
      let leased = RangeIndex(
        lab.all(Network.self).flatMap { network in
          network.addressRanges.filter { $0.use == .dhcp }.compactMap { range in
            range.bounds.map { ($0, (range, network.id)) }
          }
        })
      return lab.servers.compactMap { network, server in
        guard let address = IPv4Address(server), let (range, owner) = leased.first(containing: address) else {
          return nil
        }
        return rb0138.diagnostic(
          about: network, "\(address), a server of \(network), lies in a range that \(owner) leases",
          notes: [Diagnostic.Note("\(range.firstText) to \(range.lastText)", about: owner, at: range.declared)])
      }
    })

  /// A network without a gateway has its name and time servers on it.
  static let serverIsReached = Check(
    rb0139,
    bad: { .bare { Network("storage", "192.168.2.0/24", dns: ["1.1.1.1"]) } },
    good: { .bare { Network("storage", "192.168.2.0/24", dns: ["192.168.2.53"]) } },
    findings: { lab in
      lab.all(Network.self).filter { $0.gateway == nil }.flatMap { network in
        (network.dns + network.ntp).compactMap { server -> Diagnostic? in
          guard let cidr = network.cidr, let address = IPv4Address(server), !cidr.contains(address) else { return nil }
          return rb0139.diagnostic(
            about: network.id, "\(address), a server of \(network.id), is outside \(cidr), and there is no gateway")
        }
      }
    })

  /// A name or time server can have the address it is given.
  static let serverCanAnswer = Check(
    rb0140,
    bad: { .lan(dns: ["127.0.0.53"]) },
    good: { .lan(dns: ["192.168.10.53"]) },
    findings: { lab in
      let ends = Dictionary(
        lab.all(Network.self).flatMap { network -> [(IPv4Address, String)] in
          guard let cidr = network.cidr, cidr.prefix < 31 else { return [] }
          return [
            (cidr.address, "the network address of \(network.id)"),
            (cidr.broadcast, "the broadcast address of \(network.id)"),
          ]
        }, uniquingKeysWith: { first, _ in first })
      return lab.servers.compactMap { network, server in
        guard let address = IPv4Address(server) else { return nil }
        let block = SpecialBlock.unusable.first { $0.network.contains(address) }
        guard let what = block?.use ?? ends[address] else { return nil }
        return rb0140.diagnostic(about: network, "\(address), a server of \(network), is \(what)")
      }
    })

  /// A name server is listed once.
  static let nameServerIsListedOnce = Check(
    rb0141,
    bad: { .lan(dns: ["1.1.1.1", "1.1.1.1"]) },
    good: { .lan(dns: ["1.1.1.1", "9.9.9.9"]) },
    findings: { lab in
      lab.all(Network.self).flatMap { network in
        var seen: Set<String> = []
        return Set(network.dns.filter { !seen.insert($0).inserted }).sorted().map { server in
          let isDoubled = zip(network.dns, network.dns.dropFirst()).contains { $0 == server && $1 == server }
          return rb0141.diagnostic(
            about: network.id, "\(server) is listed more than once for \(network.id)",
            fixes: isDoubled ? [Fix("list it once", replace: "\"\(server)\", \"\(server)\"", by: "\"\(server)\"")] : [])
        }
      }
    })

  /// A network has three name servers at most.
  static let nameServersAreRead = Check(
    rb0142,
    bad: { .lan(dns: ["192.168.10.1", "1.1.1.1", "9.9.9.9", "8.8.8.8"]) },
    good: { .lan(dns: ["192.168.10.1", "1.1.1.1", "9.9.9.9"]) },
    findings: { lab in
      lab.all(Network.self).filter { Set($0.dns).count > 3 }.map { network in
        rb0142.diagnostic(
          about: network.id, "\(network.dns.count) name servers for \(network.id): \(network.dns[3]) is never asked")
      }
    })

  /// A search domain is a DNS name.
  static let searchDomainIsName = Check(
    rb0143,
    bad: { .bare { Network("lan", "192.168.10.0/24", searchDomains: ["home lab"]) } },
    good: { .bare { Network("lan", "192.168.10.0/24", searchDomains: ["home.lab"]) } },
    findings: { lab in
      lab.all(Network.self).flatMap { network in
        network.searchDomains.filter { !DNSName.isName($0) }.map { domain in
          rb0143.diagnostic(about: network.id, "'\(domain)', a search domain of \(network.id), is no DNS name")
        }
      }
    })

  /// A time server is an address or a DNS name.
  static let timeServerIsOne = Check(
    rb0145,
    bad: { .lan(ntp: ["pool.ntp.org iburst"]) },
    good: { .lan(ntp: ["pool.ntp.org"]) },
    findings: { lab in
      lab.all(Network.self).flatMap { network in
        network.ntp.filter { !isTimeServer($0) }.map { server in
          let name = server.split(separator: " ").first.map(String.init) ?? ""
          return rb0145.diagnostic(
            about: network.id, "'\(server)', a time server of \(network.id), is neither an address nor a DNS name",
            fixes: name != server && isTimeServer(name)
              ? [Fix("take the options out", quoted: server, by: name)] : [])
        }
      }
    })

  /// Whether a text is an address or a name.
  private static func isTimeServer(_ text: String) -> Bool {
    IPv4Address(text) != nil || !looksLikeAddress(text) && DNSName.isName(text)
  }

  /// Digits and dots are an address or nothing.
  private static func looksLikeAddress(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
  }
}

extension ResolvedLab {
  /// Every name and time server with the network that names it, those that DHCP clients are told of included.
  fileprivate var servers: [(network: ThingID, server: String)] {
    all(Network.self).flatMap { network in
      (network.dns + network.ntp + network.dhcp.flatMap { $0.dns ?? [] }).map { (network.id, $0) }
    }
  }
}
