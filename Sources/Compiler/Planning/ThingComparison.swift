import Blueprint
import Diagnostics
import Documents

/// Compares the things of two snapshots: what is new, what goes, what has a new name, which values change.
struct ThingComparison {
  private let old: [ThingID: Snapshot.Thing]
  private let new: [ThingID: Snapshot.Thing]
  private let kinds = Dictionary(ResourceKind.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Every thing of both sides: those of the new one in their order, then those that go.
  let order: [ThingID]

  init(from old: Snapshot?, to new: Snapshot) {
    self.old = Self.byID(old?.things ?? [])
    self.new = Self.byID(new.things)
    let present = self.new
    order = new.things.map(\.id) + (old?.things ?? []).map(\.id).filter { present[$0] == nil }
  }

  private static func byID(_ things: [Snapshot.Thing]) -> [ThingID: Snapshot.Thing] {
    Dictionary(things.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What changes, by thing.
  var changes: [ThingID: ThingChange] {
    var changes: [ThingID: ThingChange] = [:]
    let renamed = renamedThings
    let gone = Set(renamed.values)
    for id in order {
      switch (old[id], new[id]) {
      case (let before?, let after?):
        let fields = fields(from: before, to: after)
        if !fields.isEmpty { changes[id] = change(after, .changed, fields) }
      case (nil, let after?):
        if let name = renamed[id], let before = old[name] {
          changes[id] = change(after, .renamed(from: name.name), removals(of: before))
        } else {
          changes[id] = change(after, .added, additions(of: after))
        }
      case (let before?, nil) where !gone.contains(id):
        var removal = change(before, .removed, removals(of: before))
        removal.leftBehind = leftBehind(by: before)
        changes[id] = removal
      default: break
      }
    }
    return changes
  }

  /// A thing none of whose values change: only files of it do.
  func unchanged(_ id: ThingID) -> ThingChange {
    ThingChange(id: id, kind: .changed, origin: (new[id] ?? old[id])?.origin ?? "", group: group(of: id))
  }

  private func change(_ thing: Snapshot.Thing, _ kind: ThingChange.Kind, _ changes: [FieldChange]) -> ThingChange {
    ThingChange(id: thing.id, kind: kind, origin: thing.origin, group: group(of: thing.id), changes: changes)
  }

  /// What a thing runs on in the end.
  private func group(of id: ThingID) -> ThingID {
    var group = id
    // A chain of places is short; the limit is for rings, which are somebody else's error.
    for _ in 0..<10 {
      let thing = new[group] ?? old[group]
      guard let next = thing?.relations.first(where: { $0.kind == "runs on" })?.other else { break }
      group = next
    }
    return group
  }

  // MARK: Values

  private func fields(from before: Snapshot.Thing, to after: Snapshot.Thing) -> [FieldChange] {
    var changes = FieldChange.changes(
      from: before.facts, to: after.facts, of: .facts(of: after.id.kind), in: nil)
    let earlier = Dictionary(before.resources.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let later = Set(after.resources.map(\.key))
    for resource in after.resources {
      let kind = self.kind(resource)
      if let old = earlier[resource.key] {
        changes += FieldChange.changes(from: old.fields, to: resource.fields, of: kind, in: kind.title)
      } else {
        changes.append(whole(resource, new: resource.name, kind.added))
      }
    }
    for resource in before.resources where !later.contains(resource.key) {
      changes.append(whole(resource, old: resource.name, removal(of: resource)))
    }
    return changes
  }

  private func additions(of thing: Snapshot.Thing) -> [FieldChange] {
    if thing.resources.isEmpty {
      return [
        FieldChange(
          resource: nil, path: [], label: thing.id.kind, old: nil, new: thing.summary,
          consequence: ResourceKind.facts(of: thing.id.kind).added)
      ]
    }
    return thing.resources.map { whole($0, new: $0.name, kind($0).added) }
  }

  private func removals(of thing: Snapshot.Thing) -> [FieldChange] {
    let facts = ResourceKind.facts(of: thing.id.kind)
    let own =
      thing.resources.isEmpty || facts.removed != .nothing
      ? [
        FieldChange(
          resource: nil, path: [], label: thing.id.kind, old: thing.summary, new: nil, consequence: facts.removed)
      ]
      : []
    return own + thing.resources.map { whole($0, old: $0.name, removal(of: $0)) }
  }

  private func whole(
    _ resource: Snapshot.Entry, old: String? = nil, new: String? = nil, _ consequence: Consequence
  ) -> FieldChange {
    let title = kind(resource).title
    return FieldChange(resource: title, path: [], label: title, old: old, new: new, consequence: consequence)
  }

  private func kind(_ resource: Snapshot.Entry) -> ResourceKind {
    kinds[resource.kind] ?? ResourceKind(resource.kind, resource.kind)
  }

  /// What follows when something goes; data goes with it where it holds any.
  private func removal(of resource: Snapshot.Entry) -> Consequence {
    let kind = kind(resource)
    var consequence = kind.removed
    if let field = kind.stateField, case .bool(true) = resource.fields[field]?.content {
      consequence.risk = .data
      consequence.reason += ", and with it the data that it holds"
    }
    return consequence
  }

  private func leftBehind(by thing: Snapshot.Thing) -> [String] {
    let kinds = [ResourceKind.facts(of: thing.id.kind)] + thing.resources.map(kind)
    var said: Set<String> = []
    return kinds.compactMap(\.leftBehind).filter { said.insert($0).inserted }
  }

  // MARK: Names

  /// Things that come with the content of one that goes, and which one that is.
  private var renamedThings: [ThingID: ThingID] {
    let gone = Dictionary(grouping: old.values.filter { new[$0.id] == nil }, by: \.content)
    let come = Dictionary(grouping: new.values.filter { old[$0.id] == nil }, by: \.content)
    var renamed: [ThingID: ThingID] = [:]
    for (content, things) in come {
      if things.count == 1, let before = gone[content], before.count == 1 { renamed[things[0].id] = before[0].id }
    }
    return renamed
  }
}

extension Snapshot.Entry {
  fileprivate var key: [String] { [kind, name] }
}

extension Snapshot.Thing {
  /// What it is and what is made for it, with its own name taken out.
  fileprivate var content: String {
    let node = Node.mapping([
      ("kind", .string(id.kind)),
      ("relations", .strings(relations.map { "\($0.kind) \($0.other)" })),
      ("facts", facts),
      (
        "resources",
        .sequence(resources.map { ["kind": .string($0.kind), "name": .string($0.name), "fields": $0.fields] })
      ),
    ])
    return Self.without(id.name, JSON.print(node).text)
  }

  /// A text without a name, wherever that stands as a word of its own.
  private static func without(_ name: String, _ text: String) -> String {
    guard !name.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let range = rest.firstRange(of: name) {
      let before = rest[..<range.lowerBound].last
      let after = rest[range.upperBound...].first
      let isWord = ![before, after].contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
      result += rest[..<range.lowerBound] + (isWord ? "\u{0}" : name)
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
