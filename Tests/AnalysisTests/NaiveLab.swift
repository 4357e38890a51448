import Diagnostics
import LabModel

/// The definitions, as plainly as they can be said and without any thought of speed: what Analysis is held against.
struct NaiveLab {
  /// So many of the members must work.
  struct Demand {
    var members: Set<ThingID>
    var required: Int
    var canBeDoneWithout = false
  }

  let lab: ResolvedLab
  let all: [ThingID]

  init(_ lab: ResolvedLab) {
    self.lab = lab
    all = lab.things.map(\.id)
  }

  /// What a thing needs to work, and with 0 required what it would miss.
  func demands(of thing: any Component) -> [Demand] {
    var demands = thing.redundancy.map { Demand(members: Set($0.members), required: $0.required) }
    let governed = Set(thing.redundancy.flatMap(\.members))
    for relation in thing.relations where !governed.contains(relation.other) {
      switch relation.kind {
      case .needs, .runsOn, .storedOn, .consistsOf: demands.append(Demand(members: [relation.other], required: 1))
      case .fronts, .exposedThrough, .backedUpTo: demands.append(Demand(members: [relation.other], required: 0))
      case .heldBy, .carries: break
      }
    }
    let carriers = lab.things.filter { $0.relations.contains(Relation(.carries, thing.id)) }
    for kind in Set(carriers.map(\.id.kind)) {
      demands.append(Demand(members: Set(carriers.map(\.id).filter { $0.kind == kind }), required: 1))
    }
    return demands
  }

  /// What a thing needs to start: what it needs to work, and what it says beside.
  func startDemands(of thing: any Component) -> [Demand] {
    demands(of: thing)
      + thing.startNeeds.compactMap { need in
        guard case .thing(let other) = need.target else { return nil }
        return Demand(members: [other], required: 1, canBeDoneWithout: lab[other]?.breakGlass != nil)
      }
  }

  /// What is dead after a loss, by rounds: each round takes what the dead of the rounds before leave without enough.
  func rounds(losing lost: [ThingID]) -> [ThingID: Int] {
    var round = Dictionary(uniqueKeysWithValues: Set(lost).map { ($0, 0) })
    for number in 1... {
      let falling = lab.things.filter { thing in
        round[thing.id] == nil && demands(of: thing).contains { $0.members.count { round[$0] == nil } < $0.required }
      }
      if falling.isEmpty { break }
      for thing in falling { round[thing.id] = number }
    }
    return round
  }

  /// What works and misses something.
  func degraded(dead: Set<ThingID>) -> Set<ThingID> {
    Set(
      lab.things.filter { thing in
        !dead.contains(thing.id) && demands(of: thing).contains { !$0.members.isDisjoint(with: dead) }
      }.map(\.id))
  }

  /// Everything that can be started at all.
  func startable(breakingGlass: Bool, withStartNeeds: Bool = true) -> Set<ThingID> {
    var up: Set<ThingID> = []
    while true {
      let next = lab.things.filter { thing in
        let demands = withStartNeeds ? startDemands(of: thing) : demands(of: thing)
        return !up.contains(thing.id)
          && demands.allSatisfy {
            $0.members.count(where: up.contains) >= $0.required || breakingGlass && $0.canBeDoneWithout
          }
      }
      if next.isEmpty { return up }
      up.formUnion(next.map(\.id))
    }
  }

  /// Every pair of which the first needs the second, directly or through others: Warshall's algorithm.
  var reachable: Set<[ThingID]> {
    var pairs: Set<[ThingID]> = []
    for thing in lab.things {
      for demand in demands(of: thing) where demand.required > 0 {
        for member in demand.members { pairs.insert([thing.id, member]) }
      }
    }
    for middle in all {
      for from in all where pairs.contains([from, middle]) {
        for to in all where pairs.contains([middle, to]) { pairs.insert([from, to]) }
      }
    }
    return pairs
  }
}
