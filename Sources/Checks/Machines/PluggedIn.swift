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
    bad: { .plugged(into: Bridge("vmbr1")) },
    good: { .plugged(into: Bridge("vmbr0")) }
  ) { plug in
    guard plug.bridge == nil else { return nil }
    return "\(plug.vm) is on \(plug.network.id), and \(plug.host.id) has no bridge \(plug.network.bridge)"
  }

  /// A bridge carries the VLANs of the VMs on it.
  static let bridgeCarriesTags = plugs(
    rb0155,
    bad: { .plugged(into: Bridge("vmbr0", vlans: [30])) },
    good: { .plugged(into: Bridge("vmbr0", vlans: [20, 30])) }
  ) { plug in
    guard let tag = plug.network.vlan, let carried = plug.bridge?.vlans, !carried.contains(tag) else { return nil }
    return "\(plug.vm) is on VLAN \(tag), which \(plug.network.bridge) of \(plug.host.id) does not carry"
  }

  /// A tagged network is not the native VLAN of a bridge it is on.
  static let tagIsNotNative = plugs(
    rb0156,
    bad: { .plugged(into: Bridge("vmbr0", nativeVLAN: 20)) },
    good: { .plugged(into: Bridge("vmbr0", nativeVLAN: 10)) }
  ) { plug in
    guard let tag = plug.network.vlan, plug.bridge?.nativeVLAN == tag else { return nil }
    return "VLAN \(tag) of \(plug.network.id) is what \(plug.network.bridge) of \(plug.host.id) has without a tag"
  }

  /// A bridge takes the packets of the networks on it.
  static let bridgeTakesPackets = plugs(
    rb0130,
    bad: { .plugged(into: Bridge("vmbr0", mtu: 1400)) },
    good: { .plugged(into: Bridge("vmbr0", mtu: 9000)) }
  ) { plug in
    guard let bridge = plug.bridge, bridge.mtu < plug.network.mtu else { return nil }
    return "\(bridge.name) of \(plug.host.id) takes \(bridge.mtu) bytes, and \(plug.network.id) has \(plug.network.mtu)"
  }

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
}

/// An interface of a VM, with what it is plugged into.
struct Plug {
  let vm: ThingID
  let interface: NetworkInterface
  let network: Network
  let host: ProxmoxHost
  /// The bridge, or nil where the host does not list it.
  let bridge: Bridge?
}

extension ResolvedLab {
  /// Every interface of a VM whose host and network the lab lists.
  var plugs: [Plug] {
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
