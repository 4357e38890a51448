import Diagnostics

/// Tells what another version of Rackbook changed from what the lab's author changed, as far as two snapshots can tell.
///
/// A digest of every thing's own values says which of them the author changed. Where none did, the difference is
/// Rackbook's. Where the version is the same, it is the lab's. Where both changed, a thing that has nothing to do with any
/// changed value, over any number of relations, differs because of Rackbook; of all others nobody can say.
struct Causes {
  private let common: ThingChange.Cause?
  private let undecided: Set<ThingID>

  init(from old: Snapshot?, to new: Snapshot) {
    let before = Dictionary((old?.things ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.things.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let changed = Set(before.keys).union(after.keys).filter { before[$0]?.values != after[$0]?.values }
    undecided = Self.reach(of: changed, in: (old?.things ?? []) + new.things)
    if old == nil || old?.rackbook == new.rackbook && (!changed.isEmpty || old?.settings != new.settings) {
      common = .lab
    } else if changed.isEmpty, old?.settings == new.settings {
      common = .rackbook
    } else {
      common = old?.settings != new.settings ? .either : nil
    }
  }

  func cause(of id: ThingID) -> ThingChange.Cause {
    common ?? (undecided.contains(id) ? .either : .rackbook)
  }

  /// Some things, and everything that has to do with them, in either direction and over any number of relations.
  private static func reach(of start: Set<ThingID>, in things: [Snapshot.Thing]) -> Set<ThingID> {
    var neighbours: [ThingID: [ThingID]] = [:]
    for thing in things {
      for relation in thing.relations {
        neighbours[thing.id, default: []].append(relation.other)
        neighbours[relation.other, default: []].append(thing.id)
      }
    }
    var reached = start
    var pending = Array(start)
    while let next = pending.popLast() {
      for other in neighbours[next] ?? [] where reached.insert(other).inserted { pending.append(other) }
    }
    return reached
  }
}
