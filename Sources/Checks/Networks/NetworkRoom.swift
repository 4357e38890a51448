import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0124 = Rule(
  "RB0124", .warning, "a network has an address left for the next machine",
  why: """
    When every address is held, handed out or kept free, the machine that replaces a broken one has none, and renumbering \
    a network is a day's work.
    """,
  remedy: "Widen the network by a bit while it is easy, or draw a range smaller.")

private let rb0125 = Rule(
  "RB0125", .error, "a network has room for two",
  why: "A /32 is one address: whoever holds it has no neighbour and no router, and is reached by a host route only.",
  remedy: "Write the prefix length of the network, /31 at most: an address alone is no network.")

private let rb0172 = Rule(
  "RB0172", .error, "a range leaves out the first and the last address of its network",
  why: """
    They name the network and everybody on it. A DHCP server refuses such a range or leases an address that does not \
    work; a service at one of them is reached by some.
    """,
  remedy: "Begin one address later and end one earlier.", waivable: false)

extension Check {
  /// A network has an address left.
  static let networkHasRoom = Check(
    rb0124,
    bad: {
      .bare {
        Network("lan", "192.168.10.0/29", gateway: "192.168.10.1") { DHCP(from: "192.168.10.2", to: "192.168.10.6") }
      }
    },
    good: {
      .bare {
        Network("lan", "192.168.10.0/29", gateway: "192.168.10.1") { DHCP(from: "192.168.10.2", to: "192.168.10.5") }
      }
    },
    findings: { lab in
      let held = Dictionary(
        grouping: lab.holdings.compactMap { $0.address.ip == nil ? nil : $0.address }, by: \.network)
      let ranges = Dictionary(grouping: lab.handedOut.map(\.range), by: \.network)
      return lab.all(Network.self).compactMap { network in
        // A link between two routers is full by design.
        guard let cidr = network.cidr, cidr.prefix < 30 else { return nil }
        var taken = held[network.id, default: []].compactMap(\.ip).map { $0...$0 }
        taken += ranges[network.id, default: []].compactMap(\.bounds)
        if let gateway = network.gateway.flatMap({ IPv4Address($0) }) { taken.append(gateway...gateway) }
        guard isFull(cidr, taken) else { return nil }
        return rb0124.diagnostic(
          about: network.id, "every address of \(network.id) (\(cidr)) is held, handed out or kept free")
      }
    })

  /// Whether ranges cover every address of a network but its first and last.
  private static func isFull(_ cidr: IPv4Network, _ taken: [ClosedRange<IPv4Address>]) -> Bool {
    var next = UInt64(cidr.address.bits) + 1
    for range in taken.sorted(by: { $0.lowerBound < $1.lowerBound }) where UInt64(range.upperBound.bits) >= next {
      if UInt64(range.lowerBound.bits) > next { return false }
      next = UInt64(range.upperBound.bits) + 1
    }
    return next >= UInt64(cidr.broadcast.bits)
  }

  /// A network has room for two.
  static let networkIsNoHost = Check(
    rb0125,
    bad: { .bare { Network("lan", "192.168.10.1/32") } },
    good: { .bare { Network("lan", "192.168.10.0/31") } },
    findings: { lab in
      lab.all(Network.self).filter { $0.cidr?.prefix == 32 }.map { network in
        rb0125.diagnostic(about: network.id, "\(network.cidrText) of \(network.id) is one address")
      }
    })

  /// A range leaves out the first and the last address of its network.
  static let rangeLeavesOutEnds = Check(
    rb0172,
    bad: { .lan { DHCP(from: "192.168.10.100", to: "192.168.10.255") } },
    good: { .lan { DHCP(from: "192.168.10.100", to: "192.168.10.254") } },
    findings: { lab in
      let routed = Set(
        lab.all(Network.self).flatMap { network in
          network.pools.filter { $0.announcement == .bgp }.map { RangePlace(network: network.id, name: $0.name) }
        })
      return lab.handedOut.compactMap { range, owner in
        guard let cidr = lab.cidr(of: range.network), cidr.prefix < 31, range.use != .reserved,
          !routed.contains(RangePlace(network: range.network, name: range.name))
        else { return nil }
        let ends = [(cidr.address, "network"), (cidr.broadcast, "broadcast")].filter { range.contains($0.0) }
        guard let (address, kind) = ends.first else { return nil }
        return rb0172.diagnostic(
          about: owner, at: range.declared,
          "\(address), the \(kind) address of \(range.network), lies in the \(range.use.rawValue) '\(range.name)'",
          fixes: address == range.last && address != cidr.address
            ? [Fix("end one address earlier", quoted: "\(address)", by: "\(IPv4Address(bits: address.bits - 1))")] : [])
      }
    })

  /// Which range of which network; a service is reached by a route of its own where nodes announce it over BGP.
  private struct RangePlace: Hashable {
    let network: ThingID
    let name: String
  }
}
