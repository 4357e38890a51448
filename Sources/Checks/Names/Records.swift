import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0180 = Rule(
  "RB0180", .error, "a record has a name that DNS takes",
  why: "A name server refuses the whole zone for one name that it cannot read, and every other name goes with it.",
  remedy:
    "Write labels of letters, digits, hyphens and underscores, `@` for the zone itself, or `*` as the first label.",
  waivable: false)

private let rb0181 = Rule(
  "RB0181", .error, "a name stands once in a zone",
  why: "Two records with one name answer in turn: every second client ends up somewhere else.",
  remedy: "Remove one; where the name means several machines, write `.a(first, second)`.", waivable: false)

private let rb0182 = Rule(
  "RB0182", .error, "a name that leads to another has no other record",
  why: "A CNAME stands alone (RFC 1034). At the zone itself it hides the zone's own records: mail and delegation end.",
  remedy: "Write the address instead of the other name, or give the other record another name.", waivable: false)

private let rb0183 = Rule(
  "RB0183", .error, "names lead to an end",
  why: "A name that leads back to itself is answered with SERVFAIL after a while, and people blame the network.",
  remedy: "Let one of them lead to an address.", waivable: false)

private let rb0184 = Rule(
  "RB0184", .error, "a name leads to one that is there",
  why: "Whoever asks is told that the name does not exist, though it stands in the zone.",
  remedy: "Write the record that it leads to, or correct the name.")

private let rb0192 = Rule(
  "RB0192", .error, "a record leads to an address",
  why: "A name server refuses the whole zone for one line that it cannot read.",
  remedy: "Write four numbers from 0 to 255, inside the network that they are taken from.", waivable: false)

extension Check {
  /// A record has a name that DNS takes.
  static let recordHasName = Check(
    rb0180,
    bad: { .zone { DNSRecord("my nas", .a(Example.lan["192.168.10.5"])) } },
    good: { .zone { DNSRecord("my-nas", .a(Example.lan["192.168.10.5"])) } },
    findings: { lab in
      lab.records.compactMap { zone, record in
        guard !isRecordName(record.name) || !DNSName.isName(zone.name) || !isShort(zone.name(of: record)) else {
          return nil
        }
        let isDotted = record.name.contains(".") || record.name.contains("*")
        return rb0180.diagnostic(
          about: zone.id, at: record.declared, "'\(record.name)' is no name in \(zone.id)",
          fixes: isDotted ? [] : [.label(near: record.name)].compactMap { $0 })
      }
    })

  private static func isRecordName(_ name: String) -> Bool {
    if name == "@" || name == "*" { return true }
    let plain = name.hasPrefix("*.") ? String(name.dropFirst(2)) : name
    return DNSName.isName(plain.lowercased().replacing("_", with: "x"))
  }

  private static func isShort(_ name: String) -> Bool { name.utf8.count <= 253 }

  /// A name stands once in a zone.
  static let recordStandsOnce = Check(
    rb0181,
    bad: {
      .zone {
        DNSRecord("nas", .a(Example.lan["192.168.10.5"]))
        DNSRecord("nas", .a(Example.lan["192.168.10.6"]))
      }
    },
    good: {
      .zone {
        DNSRecord("nas", .a(Example.lan["192.168.10.5"], Example.lan["192.168.10.6"]))
      }
    },
    findings: { lab in
      lab.repeatedRecords.filter { !$0.first.isAlias && !$0.second.isAlias }.map { zone, first, second in
        rb0181.diagnostic(
          about: zone.id, at: second.declared,
          "\(zone.name(of: second)) is \(second.data) and \(first.data)",
          notes: [Diagnostic.Note("the other record is here", about: zone.id, at: first.declared)])
      }
    })

  /// A name that leads to another has no other record.
  static let aliasStandsAlone = Check(
    rb0182,
    bad: {
      .zone {
        DNSRecord("nas", .a(Example.lan["192.168.10.5"]))
        DNSRecord("photos", .cname("nas.home.lab"))
        DNSRecord("photos", .a(Example.lan["192.168.10.6"]))
      }
    },
    good: {
      .zone {
        DNSRecord("nas", .a(Example.lan["192.168.10.5"]))
        DNSRecord("photos", .cname("nas.home.lab"))
        DNSRecord("films", .a(Example.lan["192.168.10.6"]))
      }
    },
    findings: { lab in
      let repeated = lab.repeatedRecords.filter { $0.first.isAlias || $0.second.isAlias }.map { zone, first, second in
        rb0182.diagnostic(
          about: zone.id, at: second.declared, "\(zone.name(of: second)) is \(second.data) and \(first.data)",
          notes: [Diagnostic.Note("the other record is here", about: zone.id, at: first.declared)])
      }
      let apexes = lab.records.filter { $0.record.isAlias && $0.record.name == "@" }.map { zone, record in
        rb0182.diagnostic(
          about: zone.id, at: record.declared, "\(zone.name(of: record)) is the zone itself, and leads to another name")
      }
      return repeated + apexes
    })

  /// Names lead to an end.
  static let aliasesEnd = Check(
    rb0183,
    bad: {
      .zone {
        DNSRecord("photos", .cname("pictures.home.lab"))
        DNSRecord("pictures", .cname("photos.home.lab"))
      }
    },
    good: {
      .zone {
        DNSRecord("photos", .cname("pictures.home.lab"))
        DNSRecord("pictures", .a(Example.lan["192.168.10.5"]))
      }
    },
    findings: { lab in
      let names = DNSNames(lab)
      return names.rings.compactMap { ring in
        guard let first = ring.first, let entry = names.entry(for: first) else { return nil }
        return rb0183.diagnostic(
          about: entry.zone.id, at: entry.record.declared,
          "\(first) leads back to itself: \(ring.joined(separator: " -> "))")
      }
    })

  /// A name leads to one that is there.
  static let aliasLeadsSomewhere = Check(
    rb0184,
    bad: {
      .zone {
        DNSRecord("nas", .a(Example.lan["192.168.10.5"]))
        DNSRecord("photos", .cname("nass.home.lab"))
      }
    },
    good: {
      .zone {
        DNSRecord("nas", .a(Example.lan["192.168.10.5"]))
        DNSRecord("photos", .cname("nas.home.lab"))
      }
    },
    findings: { lab in
      let names = DNSNames(lab)
      return lab.records.compactMap { zone, record in
        guard case .alias(let text) = record.data else { return nil }
        let target = text.lowercased()
        guard names.zone(of: target) != nil, !names.has(target) else { return nil }
        return rb0184.diagnostic(
          about: zone.id, at: record.declared, "\(zone.name(of: record)) leads to \(target), which is not there",
          solutions: [NearMiss.suggestion(for: target, in: names.all)].compactMap { $0 })
      }
    })

  /// A record leads to an address.
  static let recordLeadsToAddress = Check(
    rb0192,
    bad: { .zone { DNSRecord("nas", .a(Example.lan["192.168.11.5"])) } },
    good: { .zone { DNSRecord("nas", .a(Example.lan["192.168.10.5"])) } },
    findings: { lab in
      lab.records.flatMap { zone, record -> [Diagnostic] in
        let name = zone.name(of: record)
        switch record.data {
        case .alias(let text):
          guard !DNSName.isName(text.lowercased().replacing("_", with: "x")) else { return [] }
          return [
            rb0192.diagnostic(about: zone.id, at: record.declared, "'\(text)', where \(name) leads, is no DNS name")
          ]
        case .outside(let text):
          guard IPv4Address(text) == nil else { return [] }
          return [rb0192.diagnostic(about: zone.id, at: record.declared, "'\(text)' of \(name) is no IPv4 address")]
        case .addresses(let addresses):
          return addresses.compactMap { address in
            problem(of: address, in: lab).map { problem in
              rb0192.diagnostic(about: zone.id, at: record.declared, "'\(address.text)' of \(name) \(problem)")
            }
          }
        }
      }
    })

  private static func problem(of address: NetworkAddress, in lab: ResolvedLab) -> String? {
    guard let ip = address.ip else { return "is no IPv4 address" }
    guard let cidr = lab.cidr(of: address.network), !cidr.contains(ip) else { return nil }
    return "is outside \(address.network) (\(cidr))"
  }
}

extension DNSRecord {
  /// Whether it leads to another name.
  var isAlias: Bool {
    if case .alias = data { return true }
    return false
  }
}

extension ResolvedLab {
  /// Every record with its zone.
  var records: [(zone: DNSZone, record: DNSRecord)] {
    all(DNSZone.self).flatMap { zone in zone.records.map { (zone, $0) } }
  }

  /// Every record whose name stands in its zone already, with the one that was first.
  fileprivate var repeatedRecords: [(zone: DNSZone, first: DNSRecord, second: DNSRecord)] {
    var seen: [String: DNSRecord] = [:]
    return records.compactMap { zone, record in
      let name = zone.name(of: record)
      guard let first = seen[name] else {
        seen[name] = record
        return nil
      }
      return (zone, first, record)
    }
  }
}
