import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0154 = Rule(
  "RB0154", .error, "a VM's host has the bridges of its networks",
  why: "Proxmox makes the machine and does not start it: the bridge does not exist. A VM that moves there stops.",
  remedy: "Add the `Bridge` to the host, here and in Proxmox, or correct the network's `bridge:`.")

private let rb0155 = Rule(
  "RB0155", .error, "a bridge carries the VLANs of the VMs on it",
  why: """
    The switch port, or the bridge, drops a tag that it is not told of, without a word. The machine comes up and reaches \
    nobody.
    """,
  remedy: "Add the tag to the bridge's `vlans:`, on the host and on the switch port behind it.")

private let rb0156 = Rule(
  "RB0156", .error, "a tagged network is not the native VLAN of a bridge it is on",
  why: """
    The switch hands the native VLAN over without a tag. The VM waits for packets with one, and those that it sends are \
    dropped or arrive in another network.
    """,
  remedy: "Leave `vlan:` out at the network, or give the switch port another native VLAN.")

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
  remedy: "Name it as Proxmox does: vmbr0, vmbr1.")

private let rb0159 = Rule(
  "RB0159", .error, "a bridge stands once on its host",
  why:
    "Of two sections with one name in /etc/network/interfaces the second one wins, and the first one's VLANs are gone.",
  remedy: "Write one `Bridge` with everything that is true of it.")

private let rb0160 = Rule(
  "RB0160", .error, "the VLANs of a bridge are tags",
  why: "IEEE 802.1Q has 12 bits for the tag and keeps 0 and 4095 for itself.",
  remedy: "Write the tags that the switch port carries, 1 to 4094.")

private let rb0161 = Rule(
  "RB0161", .error, "a host's address on a bridge is of a network on that bridge",
  why: "The host answers on the wire that the bridge leads to. There nobody has heard of the other network.",
  remedy: "Give the address to the right `Bridge`, or correct the network's `bridge:`.")

private let rb0130 = Rule(
  "RB0130", .error, "a bridge takes the packets of the networks on it",
  why: """
    A bridge drops what is larger than its MTU. Jumbo frames work between two VMs of one host and vanish on the way to \
    the NAS: mounts hang at the first large read.
    """,
  remedy:
    "Write the `mtu:` that the bridge and the ports behind it have, and set it on the host, or lower the network's.")

extension Check {
  /// A VM's host has the bridges of its networks, where the host lists its bridges.
  static let hostHasBridges = plugs(
    rb0154,
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let guests = Network("guests", "192.168.20.0/24", vlan: 20, gateway: "192.168.20.1", bridge: "vmbr1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0")
      }
      let local = Datastore("local-lvm")
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: guests["192.168.20.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      return .bare {
        lan
        guests
        pve
        local
        debian
        web
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let guests = Network("guests", "192.168.20.0/24", vlan: 20, gateway: "192.168.20.1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0")
      }
      let local = Datastore("local-lvm")
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: guests["192.168.20.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      return .bare {
        lan
        guests
        pve
        local
        debian
        web
      }
    }
  ) { plug in
    guard plug.bridge == nil else { return nil }
    return "\(plug.vm) is on \(plug.network.id), and \(plug.host.id) has no bridge \(plug.network.bridge)"
  }

  /// A bridge carries the VLANs of the VMs on it.
  static let bridgeCarriesTags = plugs(
    rb0155,
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let guests = Network("guests", "192.168.20.0/24", vlan: 20, gateway: "192.168.20.1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0", vlans: [30])
      }
      let local = Datastore("local-lvm")
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: guests["192.168.20.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      return .bare {
        lan
        guests
        pve
        local
        debian
        web
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let guests = Network("guests", "192.168.20.0/24", vlan: 20, gateway: "192.168.20.1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0", vlans: [20, 30])
      }
      let local = Datastore("local-lvm")
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: guests["192.168.20.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      return .bare {
        lan
        guests
        pve
        local
        debian
        web
      }
    }
  ) { plug in
    guard let tag = plug.network.vlan, let carried = plug.bridge?.vlans, !carried.contains(tag) else { return nil }
    return "\(plug.vm) is on VLAN \(tag), which \(plug.network.bridge) of \(plug.host.id) does not carry"
  }

  /// A tagged network is not the native VLAN of a bridge it is on.
  static let tagIsNotNative = plugs(
    rb0156,
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let guests = Network("guests", "192.168.20.0/24", vlan: 20, gateway: "192.168.20.1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0", nativeVLAN: 20)
      }
      let local = Datastore("local-lvm")
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: guests["192.168.20.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      return .bare {
        lan
        guests
        pve
        local
        debian
        web
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let guests = Network("guests", "192.168.20.0/24", vlan: 20, gateway: "192.168.20.1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0", nativeVLAN: 10)
      }
      let local = Datastore("local-lvm")
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: guests["192.168.20.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      return .bare {
        lan
        guests
        pve
        local
        debian
        web
      }
    }
  ) { plug in
    guard let tag = plug.network.vlan, plug.bridge?.nativeVLAN == tag else { return nil }
    return "VLAN \(tag) of \(plug.network.id) is what \(plug.network.bridge) of \(plug.host.id) has without a tag"
  }

  /// A bridge takes the packets of the networks on it.
  static let bridgeTakesPackets = plugs(
    rb0130,
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24", mtu: 9000, bridge: "vmbr1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0")
        Bridge("vmbr1", mtu: 1500)
      }
      let local = Datastore("local-lvm")
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: lan["192.168.10.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian
      ) {
        NIC(storage["192.168.2.31"])
      }
      return .bare {
        lan
        storage
        pve
        local
        debian
        web
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24", mtu: 9000, bridge: "vmbr1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0")
        Bridge("vmbr1", mtu: 9000)
      }
      let local = Datastore("local-lvm")
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: lan["192.168.10.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian
      ) {
        NIC(storage["192.168.2.31"])
      }
      return .bare {
        lan
        storage
        pve
        local
        debian
        web
      }
    }
  ) { plug in
    guard let bridge = plug.bridge, bridge.mtu < plug.network.mtu else { return nil }
    return "\(bridge.name) of \(plug.host.id) takes \(bridge.mtu) bytes, and \(plug.network.id) has \(plug.network.mtu)"
  }

  /// A bridge has one untagged network.
  static let bridgeHasOneUntaggedNetwork = Check(
    rb0157,
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let guests = Network("guests", "192.168.20.0/24", gateway: "192.168.20.1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32))
      let local = Datastore("local-lvm")
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: lan["192.168.10.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      let kiosk = VM(
        "kiosk", id: 102, on: pve, at: guests["192.168.20.32"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      return .bare {
        lan
        guests
        pve
        local
        debian
        web
        kiosk
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let guests = Network("guests", "192.168.20.0/24", vlan: 20, gateway: "192.168.20.1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32))
      let local = Datastore("local-lvm")
      let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
      let web = VM(
        "web", id: 101, on: pve, at: lan["192.168.10.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      let kiosk = VM(
        "kiosk", id: 102, on: pve, at: guests["192.168.20.32"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
        from: debian)
      return .bare {
        lan
        guests
        pve
        local
        debian
        web
        kiosk
      }
    },
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
    bad: {
      let lan = Network("lan", "192.168.10.0/24", bridge: "bridge-of-the-lan")
      return .bare {
        lan
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", bridge: "vmbr0")
      return .bare {
        lan
      }
    },
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
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0", vlans: [20])
        Bridge("vmbr0", vlans: [30])
      }
      return .bare {
        lan
        pve
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0", vlans: [20, 30])
      }
      return .bare {
        lan
        pve
      }
    }
  ) { host in
    var seen: Set<String> = []
    return host.bridges.filter { !seen.insert($0.name).inserted }.map { ($0, "\($0.name) stands twice on \(host.id)") }
  }

  /// The VLANs of a bridge are tags.
  static let bridgeTagsAreInRange = bridges(
    rb0160,
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0", vlans: [20, 4095])
      }
      return .bare {
        lan
        pve
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0", vlans: [20, 4094])
      }
      return .bare {
        lan
        pve
      }
    }
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
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24", bridge: "vmbr1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr0", at: storage["192.168.2.2"])
      }
      return .bare {
        lan
        storage
        pve
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let storage = Network("storage", "192.168.2.0/24", bridge: "vmbr1")
      let pve = ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 8, memory: .gib(32)) {
        Bridge("vmbr1", at: storage["192.168.2.2"])
      }
      return .bare {
        lan
        storage
        pve
      }
    },
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

  /// A rule about each interface of a VM and the bridge that it is plugged into.
  private static func plugs(
    _ rule: Rule, bad: @escaping @Sendable () -> ResolvedLab, good: @escaping @Sendable () -> ResolvedLab,
    message: @escaping @Sendable (Plug) -> String?
  ) -> Check {
    Check(
      rule, bad: bad, good: good,
      findings: { lab in
        lab.plugs.compactMap { plug in
          guard !plug.host.bridges.isEmpty, let message = message(plug) else { return nil }
          return rule.diagnostic(
            about: plug.vm, at: plug.interface.declared, message,
            notes: [
              Diagnostic.Note("\(plug.host.id) is declared here", about: plug.host.id, at: plug.bridge?.declared),
              Diagnostic.Note("\(plug.network.id) is declared here", about: plug.network.id),
            ])
        }
      })
  }

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

/// An interface of a VM, with what it is plugged into.
private struct Plug {
  let vm: ThingID
  let interface: NetworkInterface
  let network: Network
  let host: ProxmoxHost
  /// The bridge, or nil where the host does not list it.
  let bridge: Bridge?
}

extension ResolvedLab {
  fileprivate var plugs: [Plug] {
    all(VM.self).flatMap { vm -> [Plug] in
      guard let host: ProxmoxHost = thing(vm.host) else { return [] }
      return vm.interfaces.compactMap { interface in
        guard let network: Network = thing(interface.network) else { return nil }
        return Plug(
          vm: vm.id, interface: interface, network: network, host: host,
          bridge: host.bridges.first { $0.name == network.bridge })
      }
    }
  }
}
