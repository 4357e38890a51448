import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0157 = Rule(
  "RB0157", .warning, "a bridge has one untagged network",
  why: """
    Two networks without a tag on one bridge are one wire: broadcasts and DHCP of one reach the other, and a firewall \
    between them is walked around.
    """,
  remedy: "Give one of them a `vlan:`, or a `bridge:` of its own.")

private let rb0158 = Rule(
  "RB0158", .error, "a bridge has a name that Linux takes",
  why: "An interface's name has at most 15 letters, digits, dots, hyphens and underscores; ifupdown2 refuses the file.",
  remedy: "Name it as Proxmox does: vmbr0, vmbr1.", waivable: false)

private let rb0159 = Rule(
  "RB0159", .error, "a bridge stands once on its host",
  why:
    "Of two sections with one name in /etc/network/interfaces the second one wins, and the first one's VLANs are gone.",
  remedy: "Write one `Bridge` with everything that is true of it.", waivable: false)

private let rb0160 = Rule(
  "RB0160", .error, "the VLANs of a bridge are tags",
  why: "IEEE 802.1Q has 12 bits for the tag and keeps 0 and 4095 for itself.",
  remedy: "Write the tags that the switch port carries, 1 to 4094.", waivable: false)

private let rb0161 = Rule(
  "RB0161", .error, "a host's address on a bridge is of a network on that bridge",
  why: "The host answers on the wire that the bridge leads to. There nobody has heard of the other network.",
  remedy: "Give the address to the right `Bridge`, or correct the network's `bridge:`.")

extension Check {
  /// A bridge has one untagged network.
  static let bridgeHasOneUntaggedNetwork = Check(
    rb0157,
    bad: { .plugged(on: Network("guests", "192.168.20.0/24", gateway: "192.168.20.1")) },
    good: { .plugged(on: Network("guests", "192.168.20.0/24", vlan: 20, gateway: "192.168.20.1")) },
    findings: { lab in
      var first: [String: (vm: ThingID, network: ThingID)] = [:]
      var told: Set<String> = []
      return lab.plugs.compactMap { plug in
        guard plug.network.vlan == nil else { return nil }
        let wire = "\(plug.host.name)/\(plug.network.bridge)"
        guard let earlier = first[wire] else {
          first[wire] = (plug.vm, plug.network.id)
          return nil
        }
        guard earlier.network != plug.network.id, told.insert(wire).inserted else { return nil }
        return rb0157.diagnostic(
          about: plug.network.id,
          "\(plug.network.id) and \(earlier.network) share \(plug.network.bridge) of \(plug.host.id) without a tag",
          notes: [
            Diagnostic.Note("\(earlier.vm) is on \(earlier.network)", about: earlier.vm),
            Diagnostic.Note("\(plug.vm) is on \(plug.network.id)", about: plug.vm),
          ])
      }
    })

  /// A bridge has a name that Linux takes.
  static let bridgeNameFits = Check(
    rb0158,
    bad: { .bare { Network("lan", "192.168.10.0/24", bridge: "bridge-of-the-lan") } },
    good: { .bare { Network("lan", "192.168.10.0/24", bridge: "vmbr0") } },
    findings: { lab in
      let networks = lab.all(Network.self).map { ($0.id, $0.declared, $0.bridge) }
      let hosts = lab.all(ProxmoxHost.self).flatMap { host in host.bridges.map { (host.id, $0.declared, $0.name) } }
      return (networks + hosts).compactMap { thing, declared, name in
        guard !DNSName.isPlainWord(name) || name.utf8.count > 15 else { return nil }
        return rb0158.diagnostic(about: thing, at: declared, "'\(name)' is no name for a bridge (\(thing))")
      }
    })

  /// A bridge stands once on its host.
  static let bridgeStandsOnce = bridges(
    rb0159,
    bad: {
      .bridged {
        Bridge("vmbr0", vlans: [20])
        Bridge("vmbr0", vlans: [30])
      }
    },
    good: {
      .bridged {
        Bridge("vmbr0", vlans: [20])
        Bridge("vmbr1", vlans: [30])
      }
    }
  ) { host in
    var seen: Set<String> = []
    return host.bridges.filter { !seen.insert($0.name).inserted }.map { ($0, "\($0.name) stands twice on \(host.id)") }
  }

  /// The VLANs of a bridge are tags.
  static let bridgeTagsAreInRange = bridges(
    rb0160,
    bad: { .bridged { Bridge("vmbr0", vlans: [20, 4095]) } },
    good: { .bridged { Bridge("vmbr0", vlans: [20, 4094]) } }
  ) { host in
    host.bridges.flatMap { bridge in
      ((bridge.vlans ?? []) + [bridge.nativeVLAN].compactMap { $0 }).filter { !(1...4094).contains($0) }.map {
        (bridge, "\($0) at \(bridge.name) of \(host.id) is no VLAN tag: those are 1 to 4094")
      }
    }
  }

  /// A host's address on a bridge is of a network on that bridge.
  static let hostAddressIsOnItsBridge = Check(
    rb0161,
    bad: { .bridged { Bridge("vmbr0", at: Example.storage["192.168.2.2"]) } },
    good: { .bridged { Bridge("vmbr1", at: Example.storage["192.168.2.2"]) } },
    findings: { lab in
      lab.all(ProxmoxHost.self).flatMap { host in
        host.bridges.compactMap { bridge -> Diagnostic? in
          // A tagged network is on an interface of its own above the bridge, which Proxmox names freely.
          guard let address = bridge.address, let network: Network = lab.thing(address.network), network.vlan == nil,
            network.bridge != bridge.name
          else { return nil }
          return rb0161.diagnostic(
            about: host.id, at: bridge.declared,
            "\(address.text) on \(bridge.name) of \(host.id) is of \(network.id), which is on \(network.bridge)",
            notes: [Diagnostic.Note("\(network.id) is declared here", about: network.id)])
        }
      }
    })

  /// A rule about the bridges of each host.
  private static func bridges(
    _ rule: Rule, bad: @escaping @Sendable () -> ResolvedLab, good: @escaping @Sendable () -> ResolvedLab,
    messages: @escaping @Sendable (ProxmoxHost) -> [(Bridge, String)]
  ) -> Check {
    Check(
      rule, bad: bad, good: good,
      findings: { lab in
        lab.all(ProxmoxHost.self).flatMap { host in
          messages(host).map { rule.diagnostic(about: host.id, at: $0.0.declared, $0.1) }
        }
      })
  }
}
