import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0162 = Rule(
  "RB0162", .warning, "clusters have inner networks of their own",
  why: """
    Two clusters with the same pods and services work until something joins them: a mesh, a VPN, routes over BGP. Then \
    an address means two pods, and only a new cluster helps.
    """,
  remedy: "Give every cluster pods and services of its own from the start: another /18 costs nothing.")

private let rb0163 = Rule(
  "RB0163", .error, "a cluster's inner networks are not behind a VPN",
  why: """
    A node keeps packets for its pods and services to itself. Whoever has one of these addresses at the other end of the \
    VPN is never reached.
    """,
  remedy: "Give the cluster other inner networks, or the site other addresses.")

private let rb0164 = Rule(
  "RB0164", .error, "a cluster's inner networks lie in addresses that a pod may have",
  why: """
    Loopback, link-local, multicast and reserved addresses are refused or kept by the kernel; 169.254.25.10 is the \
    node's own DNS cache.
    """,
  remedy: "Take private networks: 10.233.64.0/18 for pods and 10.233.0.0/18 for services are kubespray's.",
  waivable: false)

private let rb0165 = Rule(
  "RB0165", .error, "a cluster's service network is /12 to /28",
  why: """
    The API server refuses a network larger than /12. Below /28 the API's own service, DNS and a handful of others have \
    taken every address.
    """,
  remedy: "Write a network of that size; a /18 has 16382 addresses.", waivable: false)

private let rb0166 = Rule(
  "RB0166", .error, "addresses inside a cluster are used inside it only",
  why: """
    Addresses of pods and services exist on nodes alone. A name server among them answers no machine, and not even the \
    node while it starts.
    """,
  remedy: "Name an address that is announced: of a load balancer, a MetalLB pool or a node port.")

private let rb0168 = Rule(
  "RB0168", .error, "the nodes of a cluster reach each other",
  why: "etcd, the API server and the overlay talk from node to node. Across networks without a way no node ever joins.",
  remedy: "Give the nodes an interface on one network, or their networks a gateway.")

extension Check {
  /// Clusters have inner networks of their own.
  static let innerNetworksStandApart = Check(
    rb0162,
    bad: { clusters(secondPods: "10.233.64.0/18") },
    good: { clusters(secondPods: "10.234.64.0/18") },
    findings: { lab in
      // Sorted by first address, a network can only overlap the widest-reaching one before it.
      let inner = lab.innerNetworks.sorted { ($0.cidr.address, $0.cidr.prefix) < ($1.cidr.address, $1.cidr.prefix) }
      var findings: [Diagnostic] = []
      var widest: InnerNetwork?
      for network in inner {
        if let widest, widest.cidr.overlaps(network.cidr), widest.cluster != network.cluster {
          let (first, second) = widest.cluster < network.cluster ? (widest, network) : (network, widest)
          findings.append(
            rb0162.diagnostic(
              about: second.cluster,
              "\(second.cidr) for \(second.use) of \(second.cluster) overlaps \(first.cidr) for \(first.use) of "
                + "\(first.cluster)",
              notes: [Diagnostic.Note("\(first.cluster) is declared here", about: first.cluster)]))
        }
        if widest.map({ $0.cidr.broadcast < network.cidr.broadcast }) ?? true { widest = network }
      }
      return findings
    })

  /// A cluster's inner networks are not behind a VPN.
  static let innerNetworksAreNotBehindVPN = Check(
    rb0163,
    bad: {
      .example {
        ExampleCluster()
        VPN("family", "10.99.0.0/24") {
          Example.home
          Site("cabin", at: "10.99.0.2", lans: ["10.233.1.0/24"])
        }
      }
    },
    good: {
      .example {
        ExampleCluster()
        VPN("family", "10.99.0.0/24") {
          Example.home
          Site("cabin", at: "10.99.0.2", lans: ["192.168.50.0/24"])
        }
      }
    },
    findings: { lab in
      let inner = lab.innerNetworksByAddress
      return lab.all(Site.self).flatMap { site in
        site.lans.compactMap { IPv4Network($0) }.flatMap { lan in
          inner.values(overlapping: lan.bounds).map { network in
            rb0163.diagnostic(
              about: site.id,
              "\(lan) behind \(site.id) overlaps \(network.cidr) for \(network.use) of \(network.cluster)",
              notes: [Diagnostic.Note("\(network.cluster) is declared here", about: network.cluster)])
          }
        }
      }
    })

  /// A cluster's inner networks lie in addresses that a pod may have.
  static let innerNetworkIsUsable = Check(
    rb0164,
    bad: { .example { ExampleCluster(pods: "169.254.0.0/17") } },
    good: { .example { ExampleCluster(pods: "10.234.0.0/17") } },
    findings: { lab in
      lab.innerNetworks.compactMap { network in
        guard let block = SpecialBlock.unusable.first(where: { $0.network.overlaps(network.cidr) }) else { return nil }
        return rb0164.diagnostic(
          about: network.cluster,
          "\(network.cidr) for \(network.use) of \(network.cluster) lies in \(block.network): \(block.use)")
      }
    })

  /// A cluster's service network is /12 to /28.
  static let serviceNetworkHasSize = Check(
    rb0165,
    bad: { .example { ExampleCluster(services: "10.233.0.0/29") } },
    good: { .example { ExampleCluster(services: "10.233.0.0/18") } },
    findings: { lab in
      lab.all((any Cluster).self).compactMap { cluster in
        guard let services = cluster.serviceNetwork, !(12...28).contains(services.prefix) else { return nil }
        return rb0165.diagnostic(
          about: cluster.id,
          "\(services) for services of \(cluster.id) is too \(services.prefix < 12 ? "large" : "small"): /12 to /28 work"
        )
      }
    })

  /// Addresses inside a cluster are used inside it only.
  static let innerAddressesStayInside = Check(
    rb0166,
    bad: {
      .example {
        ExampleCluster()
        Network("guests", "192.168.20.0/24", gateway: "192.168.20.1", dns: ["10.233.0.3"])
      }
    },
    good: {
      .example {
        ExampleCluster()
        Network("guests", "192.168.20.0/24", gateway: "192.168.20.1", dns: ["192.168.10.53"])
      }
    },
    findings: { lab in
      let inner = lab.innerNetworksByAddress
      let own = lab.networksByAddress
      let servers = lab.all(Network.self).flatMap { network in
        (network.dns + network.ntp).map { (network.id, network.declared, $0, "a server of \(network.id)") }
      }
      let records = lab.all(DNSZone.self).flatMap { zone in
        zone.records.flatMap { record in
          record.data.addressTexts.map { (zone.id, record.declared, $0, "the address of \(zone.name(of: record))") }
        }
      }
      return (servers + records).compactMap { thing, declared, text, what in
        guard let address = IPv4Address(text), let network = inner.first(containing: address),
          // Where a network of the lab is among them, that is the fault, and another rule's.
          own.values(overlapping: network.cidr.bounds).isEmpty
        else { return nil }
        return rb0166.diagnostic(
          about: thing, at: declared,
          "\(address), \(what), is among the \(network.use) of \(network.cluster) (\(network.cidr))")
      }
    })

  /// The nodes of a cluster reach each other.
  static let nodesReachEachOther = Check(
    rb0168,
    bad: { .cluster(across: Network("island", "192.168.20.0/24")) },
    good: { .cluster(across: Network("island", "192.168.20.0/24", gateway: "192.168.20.1")) },
    findings: { lab in
      let routing = Routing(lab)
      return lab.all((any Cluster).self).flatMap { cluster -> [Diagnostic] in
        guard let first = cluster.nodes.first else { return [] }
        return cluster.nodes.dropFirst().compactMap { node in
          guard routing.reaches(node.machine, first.machine) == false else { return nil }
          return rb0168.diagnostic(
            about: cluster.id, at: node.declared,
            "\(node.machine) and \(first.machine), nodes of \(cluster.id), have no network between them")
        }
      }
    })
}

/// A network inside a cluster.
private struct InnerNetwork {
  let cluster: ThingID
  let use: String
  let cidr: IPv4Network
}

extension ResolvedLab {
  fileprivate var innerNetworks: [InnerNetwork] {
    all((any Cluster).self).flatMap { cluster in
      [
        cluster.podNetwork.map { InnerNetwork(cluster: cluster.id, use: "pods", cidr: $0) },
        cluster.serviceNetwork.map { InnerNetwork(cluster: cluster.id, use: "services", cidr: $0) },
      ].compactMap { $0 }
    }
  }

  /// The networks inside clusters, found by address.
  fileprivate var innerNetworksByAddress: AddressIndex<InnerNetwork> {
    AddressIndex(innerNetworks.map { ($0.cidr.bounds, $0) })
  }
}

/// A lab with two clusters, the second with these pods.
private func clusters(secondPods: String) -> ResolvedLab {
  let other = Example.machine("other", at: Example.lan["192.168.10.31"])
  return .example {
    ExampleCluster("a", pods: "10.233.64.0/18", services: "10.233.0.0/18")
    other
    ExampleCluster("b", of: [other], pods: secondPods, services: "10.234.0.0/18")
  }
}
