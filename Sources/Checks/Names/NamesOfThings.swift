import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0185 = Rule(
  "RB0185", .error, "the name of a service leads to where it is exposed",
  why: """
    Browsers go where DNS says. A service that is exposed at another load balancer is up, watched and green, and nobody \
    reaches it.
    """,
  remedy: "Let the record lead to the load balancer's address, or expose the service where the record leads.")

private let rb0186 = Rule(
  "RB0186", .warning, "the name of a service is in a domain of the lab",
  why: "A lab that lists its zones and exposes a service under another domain has a name that nobody answers to.",
  remedy: """
    Add a `DNSZone` or a record for the name. Where somebody else answers for the domain, list the zone anyway: it then \
    says what has to stand there.
    """)

private let rb0187 = Rule(
  "RB0187", .error, "the name of a machine leads to the machine",
  why: "ssh, Ansible and certificates go by the name. With another address in DNS they work on another machine.",
  remedy: "Remove the record, or let it lead to the address that the machine has in the lab.")

private let rb0188 = Rule(
  "RB0188", .error, "a record leads to an address that stays",
  why: "An address that DHCP leases is somebody else's tomorrow, and the name goes there.",
  remedy: "Give the machine an address outside of the DHCP range, and let the record lead there.")

private let rb0189 = Rule(
  "RB0189", .warning, "a domain of the lab does not end in .local",
  why: """
    .local belongs to multicast DNS (RFC 6762): macOS, Windows and systemd-resolved ask the wire and not your name server, \
    after seconds, or never.
    """,
  remedy: "Use a domain of your own, or home.arpa, which is for homes (RFC 8375).")

private let rb0433 = Rule(
  "RB0433", .error, "a service is not exposed under the name of a machine",
  why: "The name already leads to the machine: a browser asks there, and not at the load balancer.",
  remedy: "Give the service a name of its own.")

extension Check {
  /// The name of a service leads to where it is exposed.
  static let nameLeadsToFrontend = Check(
    rb0185,
    bad: { exposed(at: "web.home.lab", recorded: "192.168.10.99") },
    good: { exposed(at: "web.home.lab", recorded: "192.168.10.250") },
    findings: { lab in
      guard !lab.all(DNSZone.self).isEmpty else { return [] }
      let names = DNSNames(lab)
      return lab.exposures.compactMap { service, exposure in
        guard let frontend: any Frontend = lab.thing(exposure.frontend),
          case .addresses(let addresses, let entry) = names.answer(to: exposure.host),
          !addresses.contains(frontend.vip.text)
        else { return nil }
        return rb0185.diagnostic(
          about: service, at: exposure.declared,
          "\(exposure.host) leads to \(addresses.joined(separator: ", ")), and \(service) is at \(frontend.vip.text)",
          notes: [Diagnostic.Note("the record is here", about: entry.zone.id, at: entry.record.declared)])
      }
    })

  /// The name of a service is in a domain of the lab, where the lab lists its zones.
  static let nameIsInZone = Check(
    rb0186,
    bad: { exposed(at: "web.home.org", recorded: "192.168.10.250") },
    good: { exposed(at: "web.home.lab", recorded: "192.168.10.250") },
    findings: { lab in
      guard !lab.all(DNSZone.self).isEmpty else { return [] }
      let names = DNSNames(lab)
      return lab.exposures.compactMap { service, exposure in
        let host = exposure.host.lowercased()
        guard DNSName.isName(host), host != lab.domain, !host.hasSuffix(".\(lab.domain)"), !names.has(host) else {
          return nil
        }
        let isKnown = names.zone(of: host) != nil
        return rb0186.diagnostic(
          about: service, at: exposure.declared,
          isKnown
            ? "\(host) has no record in its zone" : "\(host) is in no zone of the lab and not in \(lab.domain)",
          solutions: [NearMiss.suggestion(for: host, in: names.all)].compactMap { $0 })
      }
    })

  /// The name of a machine leads to the machine.
  static let machineNameLeadsToMachine = Check(
    rb0187,
    bad: { .example { DNSZone("lab.example") { DNSRecord("node", .a(Example.lan["192.168.10.31"])) } } },
    good: { .example { DNSZone("lab.example") { DNSRecord("node", .a(Example.lan["192.168.10.30"])) } } },
    findings: { lab in
      guard !lab.all(DNSZone.self).isEmpty else { return [] }
      let names = DNSNames(lab)
      return lab.things.compactMap { thing in
        guard thing.hasHostName,
          let entry = names.ownEntry(for: lab.hostName(of: thing.id)),
          case .addresses(let addresses) = entry.record.data,
          !addresses.contains(where: { address in thing.addresses.contains { $0.text == address.text } })
        else { return nil }
        return rb0187.diagnostic(
          about: entry.zone.id, at: entry.record.declared,
          "\(lab.hostName(of: thing.id)) leads to \(entry.record.data.addressTexts.joined(separator: ", ")), and "
            + "\(thing.id) has \(thing.addresses.map(\.text).joined(separator: ", "))",
          notes: [Diagnostic.Note("\(thing.id) is declared here", about: thing.id)])
      }
    })

  /// A record leads to an address that stays.
  static let recordLeadsToFixedAddress = Check(
    rb0188,
    bad: {
      .bare {
        lan
        DNSZone("home.lab") { DNSRecord("printer", .a(lan["192.168.10.70"])) }
      }
    },
    good: {
      .bare {
        lan
        DNSZone("home.lab") { DNSRecord("printer", .a(lan["192.168.10.50"])) }
      }
    },
    findings: { lab in
      let leased = lab.rangesByAddress(for: .dhcp)
      return lab.records.flatMap { zone, record -> [Diagnostic] in
        guard case .addresses(let addresses) = record.data else { return [] }
        return addresses.compactMap { address in
          guard let ip = address.ip, let range = leased[address.network]?.first(containing: ip) else { return nil }
          return rb0188.diagnostic(
            about: zone.id, at: record.declared, "\(ip) of \(zone.name(of: record)) is leased by \(range.owner)",
            notes: [
              Diagnostic.Note(
                "\(range.range.firstText) to \(range.range.lastText)", about: range.owner, at: range.range.declared)
            ])
        }
      }
    })

  /// A domain of the lab does not end in .local.
  static let domainIsNotLocal = Check(
    rb0189,
    bad: { .bare { DNSZone("home.local") } },
    good: { .bare { DNSZone("home.lab") } },
    findings: { lab in
      let own = isLocal(lab.domain) ? [rb0189.diagnostic("\(lab.domain), the lab's domain, ends in .local")] : []
      return own
        + lab.all(DNSZone.self).filter { isLocal($0.name) }.map { zone in
          rb0189.diagnostic(about: zone.id, "\(zone.name) ends in .local")
        }
    })

  private static func isLocal(_ domain: String) -> Bool {
    let domain = domain.lowercased()
    return domain == "local" || domain.hasSuffix(".local")
  }

  /// A service is not exposed under the name of a machine.
  static let serviceHasOwnName = Check(
    rb0433,
    bad: { .exposed { $0.exposed(at: "node.lab.example", through: $1, nodePort: 30080) } },
    good: { .exposed { $0.exposed(at: "web.lab.example", through: $1, nodePort: 30080) } },
    findings: { lab in
      var machines: [String: ThingID] = [:]
      for thing in lab.things where thing.hasHostName { machines[lab.hostName(of: thing.id).lowercased()] = thing.id }
      return lab.exposures.compactMap { service, exposure in
        guard let machine = machines[exposure.host.lowercased()] else { return nil }
        return rb0433.diagnostic(
          about: service, at: exposure.declared, "\(exposure.host) of \(service) is the name of \(machine)",
          notes: [Diagnostic.Note("\(machine) is declared here", about: machine)])
      }
    })
}

extension Component {
  /// Whether the lab's domain has a name for it.
  fileprivate var hasHostName: Bool { self is any Machine || self is any NetworkStorage || self is ProxmoxHost }
}

/// A network with a DHCP server.
private let lan = Network("lan", "192.168.10.0/24") { DHCP(from: "192.168.10.60", to: "192.168.10.99") }

/// A lab with a service that is exposed under this name, and a zone that leads `web` to this address.
private func exposed(at host: String, recorded address: String) -> ResolvedLab {
  .exposed(beside: [DNSZone("home.lab") { DNSRecord("web", .a(Example.lan[address])) }]) {
    $0.exposed(at: host, through: $1, nodePort: 30080)
  }
}
