import Blueprint
import Diagnostics
import Documents
import LabModel

extension Snapshot {
  /// Takes down what is to be made of a lab.
  ///
  /// - Parameters:
  ///   - blueprint: What systems contributed.
  ///   - version: The version of Rackbook.
  public init(of blueprint: Blueprint, version: String = rackbookVersion) {
    let lab = blueprint.lab
    // Services are read by reflection, so only here: checks, emitters and runbooks have no use for it.
    let resources = Dictionary(grouping: services(of: lab) + blueprint.resources, by: \.owner)
    self.rackbook = version
    self.lab = lab.name
    self.environment = lab.environment
    self.settings = ValueDigest.digest(of: [lab.name, lab.domain, lab.operatorAccount])
    self.things = lab.things.map { Thing($0, with: resources[$0.id] ?? []) }
  }
}

extension Snapshot.Thing {
  fileprivate init(_ thing: any Component, with resources: [any Resource]) {
    id = thing.id
    summary = thing.summary
    origin = thing.declared.description
    values = ValueDigest.digest(of: thing)
    relations = thing.relations.map { Snapshot.Relation(kind: $0.kind.rawValue, other: $0.other) }
    self.resources = resources.map {
      Snapshot.Entry(
        kind: type(of: $0).kind.name, name: $0.name, origin: $0.origin.description,
        fields: $0.fields.from($0.origin))
    }
    let origins = self.resources.flatMap { [$0.origin] + $0.fields.places.map(\.description) }
    places = Set(origins).subtracting([origin]).sorted()
    let covered = Set(self.resources.flatMap { $0.fields.keys })
      .union(resources.flatMap { type(of: $0).kind.saysBetter })
    var facts: [(key: String, values: [String])] = []
    for fact in thing.facts where !covered.contains(fact.key) {
      if let place = facts.firstIndex(where: { $0.key == fact.key }) {
        facts[place].values.append(fact.value)
      } else {
        facts.append((fact.key, [fact.value]))
      }
    }
    self.facts = .mapping(
      facts.map { ($0.key, $0.values.count == 1 ? .string($0.values[0]) : .strings($0.values)) })
  }
}

extension Node {
  /// The keys and values of a mapping, in order.
  var entries: [(key: String, value: Node)] {
    guard case .mapping(let mapping) = content else { return [] }
    return mapping.entries.map { ($0.key, $0.value) }
  }

  /// The keys of a mapping, in order.
  var keys: [String] { entries.map(\.key) }

  /// Every place that something in the tree comes from, as often as it stands there.
  var places: [SourceLocation] {
    let inside: [SourceLocation] =
      switch content {
      case .mapping(let mapping): mapping.entries.flatMap { $0.value.places }
      case .sequence(let items): items.flatMap(\.places)
      default: []
      }
    return (origin.map { [$0] } ?? []) + inside
  }
}
