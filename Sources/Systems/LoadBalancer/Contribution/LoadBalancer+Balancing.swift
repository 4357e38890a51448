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
    lab.all(Service.self).flatMap { service in
      service.exposures.filter { $0.frontend == id }.map { (service, $0) }
    }
  }

  /// The machines of an endpoint that the lab has.
  func backends(of endpoint: Endpoint, in lab: ResolvedLab) -> [LoadBalancing.Backend] {
    endpoint.machines.compactMap { backend($0, port: endpoint.port, in: lab) }
  }

  /// Where requests for a service go: the workers of its cluster, or the machine it runs on.
  func backends(of service: Service, _ exposure: Exposure, in lab: ResolvedLab) -> [LoadBalancing.Backend] {
    let places: [ThingID]
    if let cluster = service.cluster {
      let nodes = lab.thing(cluster, as: (any Cluster).self)?.nodes ?? []
      places = nodes.filter { $0.roles.contains(.worker) }.map(\.machine)
    } else {
      places = [service.place]
    }
    return places.compactMap { backend($0, port: exposure.nodePort, in: lab) }
  }

  private func backend(_ place: ThingID, port: Int, in lab: ResolvedLab) -> LoadBalancing.Backend? {
    lab[place]?.addresses.first.map { LoadBalancing.Backend(machine: place, address: $0.text, port: port) }
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
