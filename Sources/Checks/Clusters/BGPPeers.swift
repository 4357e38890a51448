import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0175 = Rule(
  "RB0175", .error, "a BGP peer is a neighbour of every node",
  why: """
    A session between two systems uses packets that live for one hop. Across a router it stays in state Active for ever, \
    and no service is reached.
    """,
  remedy: "Write the router's address on a network that the nodes are on, or `multihop: true`, here and on the router.")

private let rb0176 = Rule(
  "RB0176", .error, "a BGP peer is not a machine of its cluster",
  why: "A node does not tell itself the way: MetalLB's speaker refuses the session, and the services stay unknown.",
  remedy: "Write the router's address.")

private let rb0177 = Rule(
  "RB0177", .error, "a cluster has one session with a router",
  why: "A router takes one session from an address. The two of them end each other in turn, and routes come and go.",
  remedy: "Keep one of the two.")

private let rb0178 = Rule(
  "RB0178", .error, "a hold time is zero, or three seconds to 65535",
  why: "BGP has 16 bits for it and excludes one and two seconds (RFC 4271). The router refuses the session.",
  remedy: "Leave it out for 90 s, or write `.seconds(9)` where failures must be noticed sooner.", waivable: false)

extension Check {
  /// A BGP peer is a neighbour of every node.
  static let peerIsNeighbour = Check(
    rb0175,
    bad: {
      .announced {
        Example.guests
        Example.peer(at: Example.guests["192.168.20.1"])
      }
    },
    good: {
      .announced {
        Example.guests
        Example.peer(at: Example.guests["192.168.20.1"], multihop: true)
      }
    },
    findings: { lab in
      lab.all(BGPPeer.self).filter { !$0.multihop }.compactMap { peer in
        guard let cluster: any Cluster = lab.thing(peer.cluster),
          let far = cluster.nodes.first(where: { node in
            guard let machine = lab[node.machine] else { return false }
            return !machine.interfaces.contains { $0.network == peer.address.network }
          })
        else { return nil }
        return rb0175.diagnostic(
          about: peer.id, "\(peer.address.text) of \(peer.id) is on \(peer.address.network), and \(far.machine) is not",
          notes: [Diagnostic.Note("\(far.machine) is declared here", about: far.machine)])
      }
    })

  /// A BGP peer is not a machine of its cluster.
  static let peerIsNoNode = Check(
    rb0176,
    bad: { .announced { Example.peer(at: Example.lan["192.168.10.30"]) } },
    good: { .announced { Example.peer(at: Example.lan["192.168.10.1"]) } },
    findings: { lab in
      lab.all(BGPPeer.self).compactMap { peer in
        guard let cluster: any Cluster = lab.thing(peer.cluster), let address = peer.address.ip,
          let node = cluster.nodes.first(where: { node in
            lab[node.machine]?.addresses.contains { $0.ip == address } == true
          })
        else { return nil }
        return rb0176.diagnostic(
          about: peer.id, "\(address) of \(peer.id) is \(node.machine), a node of \(cluster.id)",
          notes: [Diagnostic.Note("\(node.machine) is declared here", about: node.machine)])
      }
    })

  /// A cluster has one session with a router.
  static let peerIsOnlyOne = Check(
    rb0177,
    bad: {
      .announced {
        Example.peer("udm", at: Example.lan["192.168.10.1"])
        Example.peer("spare", at: Example.lan["192.168.10.1"])
      }
    },
    good: {
      .announced {
        Example.peer("udm", at: Example.lan["192.168.10.1"])
        Example.peer("spare", at: Example.lan["192.168.10.2"])
      }
    },
    findings: { lab in
      var first: [String: ThingID] = [:]
      return lab.all(BGPPeer.self).compactMap { peer in
        guard let earlier = first.updateValue(peer.id, forKey: "\(peer.cluster) \(peer.address.text)") else {
          return nil
        }
        return rb0177.diagnostic(
          about: peer.id, "\(peer.address.text) is the router of \(earlier) and of \(peer.id)",
          notes: [Diagnostic.Note("\(earlier) is declared here", about: earlier)])
      }
    })

  /// A hold time is zero, or three seconds to 65535.
  static let holdTimeIsPossible = Check(
    rb0178,
    bad: { .announced { Example.peer(holdTime: .seconds(2)) } },
    good: { .announced { Example.peer(holdTime: .seconds(9)) } },
    findings: { lab in
      lab.all(BGPPeer.self).filter { $0.holdTime.seconds != 0 && !(3...65_535).contains($0.holdTime.seconds) }.map {
        peer in
        rb0178.diagnostic(about: peer.id, "a hold time of \(peer.holdTime) for \(peer.id)")
      }
    })
}
