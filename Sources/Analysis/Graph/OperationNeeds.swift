import Diagnostics
import LabLanguage
import LabModel

/// What each thing needs to work, read from the facets of all things.
struct OperationNeeds {
  private(set) var needs: [Need] = []

  init(_ lab: ResolvedLab) {
    let localDisks = Set(lab.all(Datastore.self).filter { $0.pool == nil }.map(\.id))
    var carriers: [ThingID: [ThingID]] = [:]
    for thing in lab.things {
      let relations = lab.graph.relations(of: thing.id)
      for relation in relations where relation.kind == .carries {
        carriers[relation.other, default: []].append(thing.id)
      }
      addGroups(of: thing)
      addRelations(of: thing, relations, besides: localDisks)
      addNetworks(of: thing)
    }
    for thing in lab.things { addCarriers(of: thing.id, carriers[thing.id] ?? []) }
    addNameServers(lab)
  }

  private mutating func addGroups(of thing: any Component) {
    for group in thing.redundancy {
      needs.append(
        Need(
          owner: thing.id, members: group.members, required: group.required, words: group.purpose, isGroup: true))
    }
  }

  /// Relations that no group governs.
  ///
  /// A datastore of local disks is a name that each host gives to its own disks: no thing that could be lost.
  private mutating func addRelations(of thing: any Component, _ relations: [Relation], besides localDisks: Set<ThingID>)
  {
    let governed = Set(thing.redundancy.flatMap(\.members))
    let pools = thing is any NetworkStorage ? relations.filter { $0.kind == .consistsOf }.map(\.other) : []
    for relation in relations where !governed.contains(relation.other) {
      switch relation.kind {
      case .needs, .runsOn:
        needs.append(.one(thing.id, relation.kind.rawValue, relation.other))
      case .storedOn where !localDisks.contains(relation.other):
        needs.append(.one(thing.id, "is stored on", relation.other))
      case .consistsOf where pools.isEmpty:
        needs.append(.one(thing.id, relation.kind.rawValue, relation.other))
      case .fronts, .exposedThrough, .backedUpTo:
        needs.append(.soft(thing.id, relation.kind.rawValue, [relation.other]))
      case .consistsOf, .storedOn, .heldBy, .carries: break
      }
    }
    // A pool falls with its NAS; a NAS that lost a pool still serves the others.
    for pool in pools { needs.append(.one(pool, "is a pool of", thing.id)) }
    if !pools.isEmpty { needs.append(.soft(thing.id, "consists of", pools)) }
  }

  /// A thing with addresses is reached while one of its networks works.
  private mutating func addNetworks(of thing: any Component) {
    let networks = thing.addresses.map(\.network)
    guard let first = networks.first else { return }
    if networks.allSatisfy({ $0 == first }) {
      needs.append(.one(thing.id, "is reached over", first))
    } else {
      needs.append(Need(owner: thing.id, members: networks, required: 1, words: "networks", isGroup: true))
    }
  }

  /// One carrier of each kind is enough: two switches, two power feeds.
  private mutating func addCarriers(of thing: ThingID, _ carriers: [ThingID]) {
    for kind in Set(carriers.map(\.kind)).sorted() {
      let same = carriers.filter { $0.kind == kind }
      if let only = same.first, same.count == 1 {
        needs.append(.one(thing, "hangs on", only))
      } else {
        needs.append(Need(owner: thing, members: same, required: 1, words: "\(kind)s it hangs on", isGroup: true))
      }
    }
  }

  /// A network whose name servers are all gone still carries packets.
  private mutating func addNameServers(_ lab: ResolvedLab) {
    let servers = NameServers(lab)
    for network in lab.all(Network.self) {
      let holders = servers.things(behind: network.dns).flatMap { $0 }
      if !holders.isEmpty { needs.append(.soft(network.id, "looks names up at", holders)) }
    }
  }
}
