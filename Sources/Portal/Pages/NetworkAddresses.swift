import Diagnostics
import LabLanguage
import LabModel

/// What stands on a network, address by address, with what is still free.
struct NetworkAddresses {
  /// A stretch of addresses and what is to say of it.
  struct Entry {
    var first: IPv4Address
    var last: IPv4Address
    var holder: ThingID?
    var use: String
    var isFree = false
  }

  let entries: [Entry]
  /// How many addresses are held by things, and how many there are for hosts.
  let held: Int
  let total: Int

  init(of network: Network, in lab: ResolvedLab) {
    var entries: [Entry] = []
    var heldAddresses: Set<IPv4Address> = []
    for thing in lab.things {
      for address in thing.addresses where address.network == network.id {
        guard let ip = address.ip else { continue }
        entries.append(Entry(first: ip, last: ip, holder: thing.id, use: ""))
        heldAddresses.insert(ip)
      }
    }
    if let gateway = network.gateway.flatMap({ IPv4Address($0) }), !heldAddresses.contains(gateway) {
      entries.append(Entry(first: gateway, last: gateway, holder: nil, use: "gateway"))
    }
    for range in lab.things.flatMap(\.addressRanges) where range.network == network.id {
      guard let first = range.first, let last = range.last, first <= last else { continue }
      let name = range.use.rawValue.hasPrefix(range.name) ? "" : " \(range.name)"
      entries.append(Entry(first: first, last: last, holder: nil, use: "\(range.use.rawValue)\(name)"))
    }
    if let cidr = network.cidr, cidr.prefix < 31 { entries += Self.free(in: cidr, beside: entries) }
    self.entries = entries.sorted { ($0.first, $1.last, $0.use) < ($1.first, $0.last, $1.use) }
    held = heldAddresses.count
    total = network.cidr.map { $0.prefix < 31 ? $0.count - 2 : $0.count } ?? 0
  }

  /// The gaps between what is taken, without the network's own and its broadcast address.
  private static func free(in cidr: IPv4Network, beside taken: [Entry]) -> [Entry] {
    var free: [Entry] = []
    var next = cidr.address.bits + 1
    let end = cidr.broadcast.bits
    for entry in taken.sorted(by: { $0.first < $1.first }) where cidr.contains(entry.first) {
      if entry.first.bits > next { free.append(gap(next, entry.first.bits - 1)) }
      if entry.last.bits >= next { next = min(entry.last.bits, end - 1) + 1 }
    }
    if next < end { free.append(gap(next, end - 1)) }
    return free
  }

  private static func gap(_ first: UInt32, _ last: UInt32) -> Entry {
    Entry(
      first: IPv4Address(bits: first), last: IPv4Address(bits: last), holder: nil,
      use: first == last ? "free" : "free, \(last - first + 1) addresses",
      isFree: true)
  }

  /// The table of addresses.
  func table(_ name: String, in lab: ResolvedLab) -> Table {
    let rows = entries.map { entry in
      let addresses: Prose =
        entry.first == entry.last
        ? [.code(entry.first.description)]
        : [.code(entry.first.description), .text(" to "), .code(entry.last.description)]
      let what = entry.holder.flatMap { lab[$0]?.summary } ?? entry.use
      return Table.Row(
        [addresses, entry.holder.map { [.page($0, nil)] } ?? [], [.text(what)]], isFaint: entry.isFree)
    }
    return Table(name, head: ["Address", "Held by", "What"], rows: rows)
  }
}
