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
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let dmz = Network("dmz", "192.168.20.0/24", gateway: "192.168.20.1") {
        MetalLBPool("services", from: "192.168.20.100", to: "192.168.20.150")
      }
      let cp = BareMetalHost("cp", at: lan["192.168.10.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: lan["192.168.10.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: lan["192.168.10.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      return .bare {
        lan
        dmz
        cp
        node1
        node2
        k8s
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1") {
        MetalLBPool("services", from: "192.168.10.100", to: "192.168.10.150")
      }
      let cp = BareMetalHost("cp", at: lan["192.168.10.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: lan["192.168.10.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: lan["192.168.10.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      return .bare {
        lan
        cp
        node1
        node2
        k8s
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
    bad: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let pool = Network("pool", "10.20.0.0/24") {
        MetalLBPool("services", from: "10.20.0.1", to: "10.20.0.99", announcedBy: .bgp)
      }
      let cp = BareMetalHost("cp", at: lan["192.168.10.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: lan["192.168.10.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: lan["192.168.10.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      return .bare {
        lan
        pool
        cp
        node1
        node2
        k8s
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let pool = Network("pool", "10.20.0.0/24") {
        MetalLBPool("services", from: "10.20.0.1", to: "10.20.0.99", announcedBy: .bgp)
      }
      let cp = BareMetalHost("cp", at: lan["192.168.10.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: lan["192.168.10.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: lan["192.168.10.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      let udm = BGPPeer("udm", of: k8s, at: lan["192.168.10.1"], asn: 64513, localASN: 64512)
      return .bare {
        lan
        pool
        cp
        node1
        node2
        k8s
        udm
      }
    },
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
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1") {
        MetalLBPool("services", from: "192.168.10.100", to: "192.168.10.150", announcedBy: .bgp)
      }
      let cp = BareMetalHost("cp", at: lan["192.168.10.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: lan["192.168.10.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: lan["192.168.10.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      let udm = BGPPeer("udm", of: k8s, at: lan["192.168.10.1"], asn: 64513, localASN: 64512)
      return .bare {
        lan
        cp
        node1
        node2
        k8s
        udm
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let pool = Network("pool", "10.20.0.0/24") {
        MetalLBPool("services", from: "10.20.0.1", to: "10.20.0.99", announcedBy: .bgp)
      }
      let cp = BareMetalHost("cp", at: lan["192.168.10.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: lan["192.168.10.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: lan["192.168.10.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      let udm = BGPPeer("udm", of: k8s, at: lan["192.168.10.1"], asn: 64513, localASN: 64512)
      return .bare {
        lan
        pool
        cp
        node1
        node2
        k8s
        udm
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
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let cp = BareMetalHost("cp", at: lan["192.168.10.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: lan["192.168.10.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: lan["192.168.10.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      let udm = BGPPeer("udm", of: k8s, at: lan["192.168.10.1"], asn: 64513, localASN: 64512)
      return .bare {
        lan
        cp
        node1
        node2
        k8s
        udm
      }
    },
    good: {
      let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
      let cp = BareMetalHost("cp", at: lan["192.168.10.11"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node1 = BareMetalHost("node1", at: lan["192.168.10.12"], cores: 4, memory: .gib(16), disk: .tib(1))
      let node2 = BareMetalHost("node2", at: lan["192.168.10.13"], cores: 4, memory: .gib(16), disk: .tib(1))
      let k8s = ExampleCluster("k8s", of: [cp, node1, node2])
      let pool = Network("pool", "10.20.0.0/24") {
        MetalLBPool("services", from: "10.20.0.1", to: "10.20.0.99", announcedBy: .bgp)
      }
      let udm = BGPPeer("udm", of: k8s, at: lan["192.168.10.1"], asn: 64513, localASN: 64512)
      return .bare {
        lan
        cp
        node1
        node2
        k8s
        pool
        udm
      }
    },
    findings: { lab in
      guard lab.pools(.bgp).isEmpty else { return [] }
      return lab.all(BGPPeer.self).map { peer in
        rb0129.diagnostic(about: peer.id, "\(peer.id) learns nothing: no pool is announced by BGP")
      }
    })
}

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
