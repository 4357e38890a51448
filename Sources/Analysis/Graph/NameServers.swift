import Diagnostics
import LabLanguage
import LabModel

/// Which things of a lab answer on an address as name servers.
struct NameServers {
  private var holders: [String: ThingID] = [:]
  /// The services that listen on port 53, by what their traffic arrives at: a machine, a load balancer.
  private var services: [ThingID: [ThingID]] = [:]

  init(_ lab: ResolvedLab) {
    guard lab.all(Network.self).contains(where: { !$0.dns.isEmpty }) else { return }
    for thing in lab.things {
      for address in thing.addresses where holders[address.text] == nil { holders[address.text] = thing.id }
      if let frontend = thing as? any Frontend { holders[frontend.vip.text] = thing.id }
    }
    for service in lab.all(Service.self) where service.containers.flatMap(\.ports).contains(where: { $0.number == 53 })
    {
      services[service.id, default: []].append(service.id)
      services[service.place, default: []].append(service.id)
      for exposure in service.exposures { services[exposure.frontend, default: []].append(service.id) }
    }
  }

  /// For each address, the services that answer on it, or else whatever holds it; nothing where it is outside of the lab.
  func things(behind addresses: [String]) -> [[ThingID]] {
    addresses.map { address in
      guard let holder = holders[address] else { return [] }
      return services[holder] ?? [holder]
    }
  }
}
