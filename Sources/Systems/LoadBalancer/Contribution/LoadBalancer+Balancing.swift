import Blueprint
import Diagnostics
import LabLanguage
import LabModel

extension LoadBalancer {
  /// What is passed on, and where to.
  func balancing(in lab: ResolvedLab) -> LoadBalancing {
    var names = UniqueNames()
    let streams = endpoints.map { endpoint in
      LoadBalancing.Stream(
        name: names.name("\(endpoint.owner.name)-\(endpoint.title)", or: endpoint.port),
        title: "\(endpoint.title) of \(endpoint.owner.name)", origin: declared, port: endpoint.port,
        transport: endpoint.transport, backends: backends(of: endpoint, in: lab))
    }
    let sites = exposures(in: lab).map { service, exposure in
      LoadBalancing.Site(
        service: service.id, name: names.name(service.name, or: exposure.port), origin: exposure.declared,
        host: exposure.host, port: exposure.port, backends: backends(of: service, exposure, in: lab))
    }
    return LoadBalancing(
      owner: id, origin: declared, role: roleName, streams: streams, sites: sites, healthPort: settings.healthPort,
      connect: settings.connect, idle: settings.idle)
  }

  /// The services that are exposed through it, in the order of declaration.
  func exposures(in lab: ResolvedLab) -> [(service: Service, exposure: Exposure)] {
    lab.derived { Entrances(lab) }.exposures[id] ?? []
  }

  /// The machines of an endpoint that the lab has.
  func backends(of endpoint: Endpoint, in lab: ResolvedLab) -> [LoadBalancing.Backend] {
    endpoint.machines.compactMap { backend($0, port: endpoint.port, in: lab) }
  }

  /// Where requests for a service go: the workers of its cluster, or the machine it runs on.
  func backends(of service: Service, _ exposure: Exposure, in lab: ResolvedLab) -> [LoadBalancing.Backend] {
    guard let cluster = service.cluster else {
      return [service.place].compactMap { backend($0, port: exposure.nodePort, in: lab) }
    }
    let workers = lab.derived { Entrances(lab) }.workers[cluster] ?? []
    return workers.map { LoadBalancing.Backend(machine: $0.machine, address: $0.address, port: exposure.nodePort) }
  }

  private func backend(_ place: ThingID, port: Int, in lab: ResolvedLab) -> LoadBalancing.Backend? {
    lab[place]?.addresses.first.map { LoadBalancing.Backend(machine: place, address: $0.text, port: port) }
  }
}

/// What is exposed where, and what answers behind it; gathered once for all services and load balancers of a lab.
private struct Entrances: Sendable {
  /// For each load balancer, what is exposed through it.
  private(set) var exposures: [ThingID: [(service: Service, exposure: Exposure)]] = [:]
  /// For each cluster, its workers that the lab has, with their addresses.
  private(set) var workers: [ThingID: [(machine: ThingID, address: String)]] = [:]

  init(_ lab: ResolvedLab) {
    for service in lab.all(Service.self) {
      for exposure in service.exposures { exposures[exposure.frontend, default: []].append((service, exposure)) }
    }
    for cluster in lab.all((any Cluster).self) {
      workers[cluster.id] = cluster.nodes.filter { $0.roles.contains(.worker) }.compactMap { node in
        lab[node.machine]?.addresses.first.map { (node.machine, $0.text) }
      }
    }
  }
}

/// Gives every stream and site a name of its own, made of letters, digits and hyphens.
private struct UniqueNames {
  private var taken: Set<String> = []

  /// The words as a name; where it is taken, with the port, and where that is taken too, with a count.
  mutating func name(_ words: String, or port: Int) -> String {
    let plain = String(words.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    var name = plain
    var count = 1
    while !taken.insert(name).inserted {
      name = count == 1 ? "\(plain)-\(port)" : "\(plain)-\(port)-\(count)"
      count += 1
    }
    return name
  }
}
