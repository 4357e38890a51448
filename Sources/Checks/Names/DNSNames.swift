import LabLanguage
import LabModel

/// The names that a lab answers for, and where each leads: its zones' records, and the machines of its own domain.
struct DNSNames {
  /// A record with its zone.
  struct Entry {
    let zone: DNSZone
    let record: DNSRecord
  }

  /// Where a name leads.
  enum Answer {
    /// Addresses, and the record that gives them.
    case addresses([String], Entry)
    /// A name that the lab does not answer for.
    case elsewhere
    /// Nothing.
    case nothing
  }

  private let domains: Set<String>
  private var entries: [String: Entry] = [:]
  private var machines: Set<String> = []
  /// Every name with a record, and every name above one.
  private var existing: Set<String> = []

  init(_ lab: ResolvedLab) {
    domains = Set(lab.all(DNSZone.self).map { $0.name.lowercased() })
    for zone in lab.all(DNSZone.self) {
      for record in zone.records {
        let name = zone.name(of: record)
        if entries[name] == nil { entries[name] = Entry(zone: zone, record: record) }
        existing.formUnion(Self.parents(of: name, upTo: zone.name.lowercased()))
        existing.insert(name)
      }
    }
    for thing in lab.things where !thing.addresses.isEmpty { machines.insert(lab.hostName(of: thing.id).lowercased()) }
  }

  /// Every name with a record, in order.
  var all: [String] { entries.keys.sorted() }

  /// The zone that a name belongs to: the one with the most labels.
  func zone(of name: String) -> String? {
    Self.parents(of: name, upTo: "").first { domains.contains($0) } ?? (domains.contains(name) ? name : nil)
  }

  /// Whether the lab answers to a name.
  func has(_ name: String) -> Bool { entry(for: name) != nil || machines.contains(name) }

  /// The record of just this name, no wildcard.
  func ownEntry(for name: String) -> Entry? { entries[name.lowercased()] }

  /// Where a name leads in the end.
  func answer(to name: String) -> Answer {
    var name = name.lowercased()
    var seen: Set<String> = []
    while seen.insert(name).inserted {
      guard let entry = entry(for: name) else {
        return seen.count > 1 && zone(of: name) == nil ? .elsewhere : .nothing
      }
      guard case .alias(let next) = entry.record.data else { return .addresses(entry.record.data.addressTexts, entry) }
      name = next.lowercased()
    }
    return .nothing
  }

  /// Every ring of names, each from its first name in order back to it.
  var rings: [[String]] {
    var done: Set<String> = []
    var rings: [[String]] = []
    for start in all where !done.contains(start) {
      var path: [String] = []
      var positions: [String: Int] = [:]
      var name = start
      while !done.contains(name), positions[name] == nil, let entry = entries[name],
        case .alias(let next) = entry.record.data
      {
        positions[name] = path.count
        path.append(name)
        name = next.lowercased()
      }
      if let position = positions[name] { rings.append(Array(path[position...]) + [name]) }
      done.formUnion(path)
    }
    return rings
  }

  /// The record that answers to a name: its own, or the wildcard below the nearest name that exists (RFC 4592).
  func entry(for name: String) -> Entry? {
    if let entry = entries[name] { return entry }
    guard !existing.contains(name), let encloser = Self.parents(of: name, upTo: "").first(where: existing.contains)
    else {
      return nil
    }
    return entries["*.\(encloser)"]
  }

  /// The names above a name, the nearest first, down to a domain.
  private static func parents(of name: String, upTo domain: String) -> [String] {
    var parents: [String] = []
    var rest = Substring(name)
    // A name has at most 127 labels; a longer text is no name.
    while parents.count < 127, rest != domain, let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      parents.append(String(rest))
    }
    return parents
  }
}
