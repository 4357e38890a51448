import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0127 = Rule(
  "RB0127", .error, "the largest packet of a network is 576 to 65535 bytes",
  why:
    "Every IPv4 host must take 576 bytes (RFC 791), and no packet is longer than 65535. What lies outside is a slip.",
  remedy: "Write 1500, or 9000 where every switch and interface of the network has jumbo frames.", waivable: false)

private let rb0128 = Rule(
  "RB0128", .warning, "the largest packet of a network is 1280 to 9216 bytes",
  why: """
    Below 1280 Linux switches IPv6 off on the interface, and VPNs over it break. Above 9216 most switches drop what they \
    are sent, without a word.
    """,
  remedy: "Write 1500, or 9000 where every switch and interface of the network has jumbo frames.")

private let rb0131 = Rule(
  "RB0131", .error, "all interfaces on a network have its packet size",
  why: """
    Small packets pass and large ones vanish: ssh logs in and then hangs, a mount works until the first big read. No \
    router stands between neighbours that could say so.
    """,
  remedy: "Leave `mtu:` out at the interface, and write the network's.")

private let rb0132 = Rule(
  "RB0132", .warning, "clients of DHCP are told that a network has jumbo frames",
  why: """
    A phone or a laptop comes with 1500. It sends what everybody can read, but cannot read what it is sent, and there is \
    no router between the two to notice.
    """,
  remedy: "Write `mtu:` at the `DHCP` range, or keep clients off the network.")

private let rb0135 = Rule(
  "RB0135", .warning, "the nodes of a cluster have one packet size",
  why: """
    Network plugins measure the node they start on. Pods of two sizes talk to each other until one sends a full packet.
    """,
  remedy: "Put the nodes on networks of one MTU.")

/// A network with jumbo frames.
private let jumbo = Network("jumbo", "192.168.2.0/24", mtu: 9000)

extension Check {
  /// The largest packet of a network is 576 to 65535 bytes.
  static let mtuIsPossible = Check(
    rb0127,
    bad: { .lan(mtu: 150) },
    good: { .lan(mtu: 1500) },
    findings: { lab in
      lab.all(Network.self).filter { !(576...65_535).contains($0.mtu) }.map { network in
        rb0127.diagnostic(about: network.id, "an MTU of \(network.mtu) for \(network.id): 576 to 65535 are possible")
      }
    })

  /// The largest packet of a network is 1280 to 9216 bytes.
  static let mtuIsUsual = Check(
    rb0128,
    bad: { .lan(mtu: 1200) },
    good: { .lan(mtu: 1400) },
    findings: { lab in
      lab.all(Network.self).compactMap { network in
        switch network.mtu {
        case 576..<1280:
          rb0128.diagnostic(about: network.id, "an MTU of \(network.mtu) for \(network.id) is below 1280")
        case 9217...65_535:
          rb0128.diagnostic(about: network.id, "an MTU of \(network.mtu) for \(network.id) is above 9216")
        default: nil
        }
      }
    })

  /// All interfaces on a network have its packet size.
  static let interfaceHasNetworksMTU = Check(
    rb0131,
    bad: {
      .example {
        jumbo
        Example.machine("nas", at: Example.lan["192.168.10.5"]) { NIC(jumbo["192.168.2.5"], mtu: 1500) }
      }
    },
    good: {
      .example {
        jumbo
        Example.machine("nas", at: Example.lan["192.168.10.5"]) { NIC(jumbo["192.168.2.5"], mtu: 9000) }
      }
    },
    findings: { lab in
      lab.things.flatMap { thing in
        thing.interfaces.compactMap { interface -> Diagnostic? in
          guard !(thing is ProxmoxHost), let mtu = interface.mtu, let network: Network = lab.thing(interface.network),
            mtu != network.mtu
          else { return nil }
          return rb0131.diagnostic(
            about: thing.id, at: interface.declared,
            "an MTU of \(mtu) at \(interface.name) of \(thing.id), and of \(network.mtu) on \(network.id)",
            notes: [Diagnostic.Note("\(network.id) is declared here", about: network.id)],
            fixes: [Fix("write the network's MTU", replace: "mtu: \(mtu)", by: "mtu: \(network.mtu)")])
        }
      }
    })

  /// Clients of DHCP are told that a network has jumbo frames.
  static let clientsKnowMTU = Check(
    rb0132,
    bad: { .lan(mtu: 9000) { DHCP(from: "192.168.10.60", to: "192.168.10.99") } },
    good: { .lan(mtu: 9000) { DHCP(from: "192.168.10.60", to: "192.168.10.99", mtu: 9000) } },
    findings: { lab in
      lab.all(Network.self).flatMap { network in
        network.dhcp.filter { $0.mtu ?? 1500 != network.mtu }.map { range in
          rb0132.diagnostic(
            about: network.id, at: range.declared,
            range.mtu.map { "clients of \(network.id) are told an MTU of \($0), and it has \(network.mtu)" }
              ?? "clients of \(network.id) are not told its MTU of \(network.mtu)")
        }
      }
    })

  /// The nodes of a cluster have one packet size.
  static let nodesHaveOneMTU = Check(
    rb0135,
    bad: { .cluster(across: Network("fast", "192.168.20.0/24", gateway: "192.168.20.1", mtu: 9000)) },
    good: { .cluster(across: Network("fast", "192.168.20.0/24", gateway: "192.168.20.1", mtu: 1500)) },
    findings: { lab in
      lab.all((any Cluster).self).compactMap { cluster in
        var first: Network?
        for node in cluster.nodes {
          guard let machine: any Machine = lab.thing(node.machine),
            let network: Network = lab.thing(machine.address.network)
          else { continue }
          guard let other = first else {
            first = network
            continue
          }
          guard other.mtu != network.mtu else { continue }
          return rb0135.diagnostic(
            about: cluster.id,
            "nodes of \(cluster.id) are on \(other.id) (MTU \(other.mtu)) and \(network.id) (MTU \(network.mtu))",
            notes: [Diagnostic.Note("\(node.machine) is on \(network.id)", about: node.machine)])
        }
        return nil
      }
    })
}
