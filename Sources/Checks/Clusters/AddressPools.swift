import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0169 = Rule(
  "RB0169", .error, "a pool that is announced on layer 2 lies in a network that nodes are on",
  why: """
    A node answers ARP for the address of a service, on its own wire. In a network without a node nobody answers, and \
    MetalLB says nothing.
    """,
  remedy: """
    Take the pool from the network of the nodes, give the nodes a `NIC` on the pool's, or announce it with \
    `announcedBy: .bgp`.
    """)

private let rb0170 = Rule(
  "RB0170", .error, "a pool that is announced by BGP has a peer to tell",
  why: "Without a router that learns the way, the address of a service exists in Kubernetes and nowhere else.",
  remedy: "Declare a `BGPPeer`, or leave `announcedBy:` out where nodes are on the pool's network.")

private let rb0171 = Rule(
  "RB0171", .warning, "a pool that is announced by BGP lies in no network that nodes are on",
  why: """
    Neighbours of the nodes look for the address on their own wire with ARP, where nobody answers. Only who comes through \
    the router arrives.
    """,
  remedy: "Give such a pool a network of its own that nothing else is on.")

private let rb0129 = Rule(
  "RB0129", .warning, "a BGP peer learns a pool",
  why: "A session that carries no route costs attention and gives nothing; most likely the pool says layer 2.",
  remedy: "Write `announcedBy: .bgp` at the pool, or remove the peer.")

extension Check {
  /// A pool that is announced on layer 2 lies in a network that nodes are on.
  static let poolIsOnNodesNetwork = Check(
    rb0169,
    bad: {
      .example {
        dmz(.layer2)
        web
        ExampleCluster(of: [Example.node])
      }
    },
    good: {
      .example {
        dmz(.layer2)
        web
        ExampleCluster(of: [web])
      }
    },
    findings: { lab in
      guard let nodeNetworks = lab.nodeNetworks else { return [] }
      return lab.pools(.layer2).filter { !nodeNetworks.contains($0.network) }.map { network, pool in
        rb0169.diagnostic(
          about: network, at: pool.declared, "no node of a cluster is on \(network), where pool '\(pool.name)' lies")
      }
    })

  /// A pool that is announced by BGP has a peer to tell.
  static let poolHasPeer = Check(
    rb0170,
    bad: { .announced {} },
    good: { .announced { Example.peer() } },
    findings: { lab in
      guard lab.all(BGPPeer.self).isEmpty else { return [] }
      return lab.pools(.bgp).map { network, pool in
        rb0170.diagnostic(about: network, at: pool.declared, "no BGP peer learns of pool '\(pool.name)' of \(network)")
      }
    })

  /// A pool that is announced by BGP lies in no network that nodes are on.
  static let routedPoolIsApart = Check(
    rb0171,
    bad: {
      .example {
        dmz(.bgp)
        web
        ExampleCluster(of: [web])
        Example.peer(multihop: true)
      }
    },
    good: {
      .example {
        dmz(.bgp)
        web
        ExampleCluster(of: [Example.node])
        Example.peer(multihop: true)
      }
    },
    findings: { lab in
      guard let nodeNetworks = lab.nodeNetworks else { return [] }
      return lab.pools(.bgp).filter { nodeNetworks.contains($0.network) }.map { network, pool in
        rb0171.diagnostic(
          about: network, at: pool.declared, "nodes are on \(network), where pool '\(pool.name)' is announced by BGP")
      }
    })

  /// A BGP peer learns a pool.
  static let peerLearnsPool = Check(
    rb0129,
    bad: {
      .example {
        ExampleCluster()
        Example.peer()
      }
    },
    good: {
      .example {
        Example.pool
        ExampleCluster()
        Example.peer()
      }
    },
    findings: { lab in
      guard lab.pools(.bgp).isEmpty else { return [] }
      return lab.all(BGPPeer.self).map { peer in
        rb0129.diagnostic(about: peer.id, "\(peer.id) learns nothing: no pool is announced by BGP")
      }
    })
}

/// A network with a pool, beside the LAN.
private func dmz(_ announcement: MetalLBPool.Announcement) -> Network {
  Network("dmz", "192.168.20.0/24", gateway: "192.168.20.1") {
    MetalLBPool("services", from: "192.168.20.100", to: "192.168.20.150", announcedBy: announcement)
  }
}

/// A machine on it.
private let web = Example.machine("web", at: dmz(.layer2)["192.168.20.11"])

extension ResolvedLab {
  /// The networks that nodes of clusters have an interface on; nil in a lab without a cluster, whose pools may belong to
  /// one elsewhere.
  fileprivate var nodeNetworks: Set<ThingID>? {
    let nodes = all((any Cluster).self).flatMap(\.nodes)
    return nodes.isEmpty ? nil : Set(nodes.flatMap { self[$0.machine]?.interfaces.map(\.network) ?? [] })
  }

  /// Pools that are announced in a way, with the network they lie in.
  fileprivate func pools(_ announcement: MetalLBPool.Announcement) -> [(network: ThingID, pool: MetalLBPool)] {
    all(Network.self).flatMap { network in
      network.pools.filter { $0.announcement == announcement }.map { (network.id, $0) }
    }
  }
}
