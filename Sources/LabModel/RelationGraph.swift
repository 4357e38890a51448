import Diagnostics

/// The relations between the things of a lab, readable from both sides.
public struct RelationGraph: Sendable {
  private var outgoing: [ThingID: [Relation]] = [:]
  private var incoming: [ThingID: [Relation]] = [:]

  /// Reads the relations of some things.
  public init(_ things: [any Component]) {
    for thing in things {
      var seen: Set<Relation> = []
      for relation in thing.relations where seen.insert(relation).inserted {
        outgoing[thing.id, default: []].append(relation)
        incoming[relation.other, default: []].append(Relation(relation.kind, thing.id))
      }
    }
  }

  /// What a thing has to do with others, in the order it said so.
  public func relations(of id: ThingID) -> [Relation] { outgoing[id] ?? [] }

  /// What others have to do with a thing; read each with ``Relation/Kind/inverse``.
  public func relations(to id: ThingID) -> [Relation] { incoming[id] ?? [] }

  /// What a thing cannot do without, directly.
  public func dependencies(of id: ThingID) -> [ThingID] {
    relations(of: id).filter(\.kind.isDependency).map(\.other)
  }

  /// What cannot do without a thing, directly.
  public func dependents(of id: ThingID) -> [ThingID] {
    relations(to: id).filter(\.kind.isDependency).map(\.other)
  }

  /// Every cycle of dependencies that a walk from the given things meets, each once, as the path that closes it: the
  /// first thing is also the last.
  public func dependencyCycles(from starts: [ThingID]) -> [[ThingID]] {
    var cycles: [[ThingID]] = []
    var finished: Set<ThingID> = []
    for start in starts where !finished.contains(start) {
      // An own stack: a chain of ten thousand things must not overflow the program's.
      var path: [ThingID] = [start]
      var positions: [ThingID: Int] = [start: 0]
      var pending: [ArraySlice<ThingID>] = [dependencies(of: start)[...]]
      while let thing = path.last {
        guard let next = pending[pending.count - 1].popFirst() else {
          finished.insert(thing)
          positions[thing] = nil
          path.removeLast()
          pending.removeLast()
          continue
        }
        if let position = positions[next] {
          cycles.append(Array(path[position...]) + [next])
        } else if !finished.contains(next) {
          positions[next] = path.count
          path.append(next)
          pending.append(dependencies(of: next)[...])
        }
      }
    }
    return cycles
  }
}
