import Blueprint
import Diagnostics
import LabLanguage
import LabModel

/// What the pods of each service may connect to and be reached by: the edges that the lab declares, and no other.
struct WorkloadTraffic {
  private let lab: ResolvedLab
  private let dependents: [ThingID: [Service]]

  init(of lab: ResolvedLab) {
    self.lab = lab
    var dependents: [ThingID: [Service]] = [:]
    for service in lab.all(Service.self) where service.cluster != nil {
      for other in Set(service.needed) { dependents[other, default: []].append(service) }
    }
    self.dependents = dependents
  }

  func traffic(of service: Service) -> Traffic {
    var traffic = Traffic()
    traffic.incoming =
      dependentsOf(service) + openPorts(of: service)
      + service.template.ingress.map { permission in
        Traffic.Rule(peer(permission.peer, service), ports: permission.ports, origin: permission.declared)
      }
    traffic.outgoing =
      needs(of: service) + waits(of: service)
      + service.template.egress.map { permission in
        let apiPort = permission.peer == .kubernetesAPI && permission.ports.isEmpty
        return Traffic.Rule(
          peer(permission.peer, service), ports: apiPort ? apiPorts(service) : permission.ports,
          origin: permission.declared)
      }
    return traffic
  }

  /// Services of the same cluster that need it reach all its ports.
  private func dependentsOf(_ service: Service) -> [Traffic.Rule] {
    let ports = containerPorts(service)
    guard !ports.isEmpty else { return [] }
    return (dependents[service.id] ?? []).compactMap { other in
      guard other.cluster == service.cluster, let place: Namespace = lab.thing(other.place) else { return nil }
      return Traffic.Rule(
        .workload(namespace: place.objectName, name: other.objectName), ports: ports, origin: other.declared)
    }
  }

  /// What is open on nodes or an address of its own is open to everybody who can reach those.
  private func openPorts(of service: Service) -> [Traffic.Rule] {
    var rules: [Traffic.Rule] = []
    if let port = service.containers.first?.ports.first {
      rules += service.exposures.map { Traffic.Rule(.anywhere, ports: [port], origin: $0.declared) }
    }
    for port in service.template.published where port.kind != .clusterIP {
      rules.append(
        Traffic.Rule(.anywhere, ports: [Port(port.target, port.transport)], origin: port.declared))
    }
    for ingress in service.template.ingresses {
      let port = ingress.port.map { Port.tcp($0) } ?? service.containers.first?.ports.first
      rules.append(
        Traffic.Rule(
          .namespace(ingress.controllerNamespace), ports: port.map { [$0] } ?? [], origin: ingress.declared))
    }
    return rules
  }

  private func needs(of service: Service) -> [Traffic.Rule] {
    var seen: Set<ThingID> = []
    return service.needed.filter { seen.insert($0).inserted }.compactMap { id in
      guard let other = lab[id] else { return nil }
      if let needed = other as? Service {
        if let place: Namespace = lab.thing(needed.place), needed.cluster == service.cluster {
          let ports = containerPorts(needed)
          return ports.isEmpty
            ? nil
            : Traffic.Rule(
              .workload(namespace: place.objectName, name: needed.objectName), ports: ports, origin: service.declared)
        }
        return outside(needed, from: service)
      }
      let addresses = Self.hosts(other.addresses + ((other as? any Frontend).map { [$0.vip] } ?? []))
      return addresses.isEmpty ? nil : Traffic.Rule(.addresses(addresses), ports: [], origin: service.declared)
    }
  }

  /// A service on a machine, or one of another cluster, at its load balancer.
  private func outside(_ needed: Service, from service: Service) -> Traffic.Rule? {
    if needed.cluster == nil {
      let addresses = Self.hosts(lab[needed.place]?.addresses ?? [])
      return addresses.isEmpty
        ? nil : Traffic.Rule(.addresses(addresses), ports: containerPorts(needed), origin: service.declared)
    }
    let frontends = needed.exposures.compactMap { lab.thing($0.frontend, as: (any Frontend).self)?.vip }
    return frontends.isEmpty
      ? nil
      : Traffic.Rule(
        .addresses(Self.hosts(frontends)), ports: needed.exposures.map { .tcp($0.port) }, origin: service.declared)
  }

  /// Whoever waits for a job to end asks the cluster's API.
  private func waits(of service: Service) -> [Traffic.Rule] {
    guard let wait = service.waits.first(where: { $0.condition == .completed }) else { return [] }
    return [Traffic.Rule(peer(.kubernetesAPI, service), ports: apiPorts(service), origin: wait.declared)]
  }

  private func peer(_ peer: TrafficPeer, _ service: Service) -> Traffic.Peer {
    switch peer {
    case .internet: return .internet
    case .anywhere: return .anywhere
    case .cidr(let text): return .addresses([text])
    case .namespace(let name): return .namespace(name)
    case .kubernetesAPI:
      let machines = api(of: service)?.machines ?? []
      let addresses = Self.hosts(machines.flatMap { lab[$0]?.addresses ?? [] })
      return addresses.isEmpty ? .anywhere : .addresses(addresses)
    }
  }

  private func api(of service: Service) -> Endpoint? {
    service.cluster.flatMap { lab.thing($0, as: (any Cluster).self) }?.apiServer
  }

  /// The API server's own port, and that of its service, which some network plugins look at.
  private func apiPorts(_ service: Service) -> [Port] { [.tcp(443), .tcp(api(of: service)?.port ?? 6443)] }

  /// Every port of its containers, each once.
  private func containerPorts(_ service: Service) -> [Port] {
    var seen: Set<Port> = []
    let sidecars = service.template.initContainers.filter(\.isSidecar).map(\.container)
    return (service.containers + sidecars).flatMap(\.ports).filter { seen.insert($0).inserted }
  }

  private static func hosts(_ addresses: [NetworkAddress]) -> [String] {
    var seen: Set<String> = []
    return addresses.compactMap { $0.ip.map { "\($0)/32" } }.filter { seen.insert($0).inserted }
  }
}
