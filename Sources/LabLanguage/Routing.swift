import LabModel
import Diagnostics

/// Which things of a lab can send packets to which: same network, or routers and VPNs in between.
///
/// A network with a gateway reaches every other network with one, unless the lab's ``Router``s say that two of them are
/// held by different boxes that share no network. What is unknown is taken to be reachable: a firewall is nobody's word
/// here.
public struct Routing: Sendable {
  private var parents: [ThingID: ThingID] = [:]
  private var areas: [ThingID: Set<Set<ThingID>>] = [:]
  private let lab: ResolvedLab

  /// Works out which networks of a lab are joined.
  public init(_ lab: ResolvedLab) {
    self.lab = lab
    joinNetworks()
    for network in parents.keys { parents[network] = area(of: network) }
    for network in lab.all(Network.self) { areas[network.id] = [[area(of: network.id)]] }
    for cluster in lab.all((any Cluster).self) {
      areas[cluster.id] = Set(cluster.nodes.map { Set(networks(of: $0.machine).map(area)) })
    }
  }

  /// Whether every place of one thing can send to some place of another; nil where one of them has no known network.
  ///
  /// The places of what runs in a cluster are all its nodes, those of a storage class its NAS, those of a service on a
  /// machine that machine.
  public func reaches(_ from: ThingID, _ to: ThingID) -> Bool? {
    let (sources, targets) = (places(of: from), places(of: to))
    guard !sources.isEmpty, !targets.isEmpty, !sources.contains([]), !targets.contains([]) else { return nil }
    return sources.allSatisfy { source in targets.contains { !source.isDisjoint(with: $0) } }
  }

  /// Whether two networks are one, or joined by routers and VPNs.
  public func joins(_ network: ThingID, _ other: ThingID) -> Bool { area(of: network) == area(of: other) }

  /// The networks that a thing has an address on.
  public func networks(of thing: ThingID) -> [ThingID] { lab[thing]?.addresses.map(\.network) ?? [] }

  /// For each place that a thing can be at, what that place reaches.
  private func places(of thing: ThingID) -> Set<Set<ThingID>> {
    if let known = areas[thing] { return known }
    switch lab[thing] {
    case let service as Service: return places(of: service.cluster ?? service.place)
    case let namespace as Namespace: return areas[namespace.cluster] ?? []
    case let storageClass as StorageClass:
      return (storageClass.pool ?? storageClass.cluster).map { places(of: $0) } ?? []
    case let datastore as Datastore: return datastore.pool.map { places(of: $0) } ?? []
    case is Pool:
      let owner = lab.graph.relations(to: thing).first { $0.kind == .consistsOf }
      return owner.map { places(ofAddressesOf: $0.other) } ?? []
    case let frontend as any Frontend: return [[area(of: frontend.vip.network)]]
    default: return places(ofAddressesOf: thing)
    }
  }

  private func places(ofAddressesOf thing: ThingID) -> Set<Set<ThingID>> {
    [Set(networks(of: thing).map { area(of: $0) })]
  }
}

extension Routing {
  private mutating func joinNetworks() {
    let networks = lab.all(Network.self)
    let routers = lab.all(Router.self)
    for router in routers {
      for (network, next) in zip(router.routedAddresses, router.routedAddresses.dropFirst()) {
        join(network.network, next.network)
      }
    }
    let held = Set(routers.flatMap(\.routedAddresses).map(\.text))
    // Gateways that no declared router holds belong to one that the lab does not describe, which may know all others.
    let routed = networks.filter { $0.gateway != nil }
    if routed.contains(where: { !held.contains($0.gateway ?? "") }) {
      for (network, next) in zip(routed, routed.dropFirst()) { join(network.id, next.id) }
    }
    for vpn in lab.all(VPN.self) {
      for network in vpn.sites.flatMap(\.networks) { join(vpn.tunnel.id, network) }
    }
  }

  private mutating func join(_ one: ThingID, _ other: ThingID) {
    let (first, second) = (shortened(one), shortened(other))
    if first != second { parents[max(first, second)] = min(first, second) }
  }

  /// The network that stands for all that are joined to one; makes the way there shorter for the next time.
  private mutating func shortened(_ network: ThingID) -> ThingID {
    let area = area(of: network)
    var network = network
    while let parent = parents[network] {
      parents[network] = area
      network = parent
    }
    return area
  }

  /// The network that stands for all that are joined to one.
  private func area(of network: ThingID) -> ThingID {
    var network = network
    while let parent = parents[network] { network = parent }
    return network
  }
}
