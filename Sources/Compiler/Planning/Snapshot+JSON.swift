import Blueprint
import Diagnostics
import Documents

extension Snapshot {
  /// The file of the build folder.
  public var artifact: Artifact { Artifact(Self.fileName, JSON.print(node)) }

  private var node: Node {
    .mapping([
      ("format", .int(Self.currentFormat)),
      ("rackbook", .string(rackbook)),
      ("lab", .string(lab)),
      ("environment", environment.map(Node.string)),
      ("settings", .string(settings)),
      ("things", .sequence(things.map(\.node))),
    ]).from(things.first.flatMap { SourceLocation(text: $0.origin) })
  }

  /// Reads a snapshot.
  ///
  /// - Parameter bytes: The bytes of a `lab.json`.
  /// - Throws: ``PlanFailure`` for bytes that are none, or one of a newer format.
  public init(reading bytes: [UInt8]) throws(PlanFailure) {
    let node: Node
    do {
      node = try JSONReader.read(bytes)
    } catch {
      throw PlanFailure(PlanRules.unreadable.diagnostic("\(Self.fileName) cannot be read: \(error)"))
    }
    guard let format = node["format"]?.integer else { throw Self.missing("format") }
    guard format == Self.currentFormat else {
      throw PlanFailure(
        PlanRules.unreadable.diagnostic(
          "\(Self.fileName) has format \(format), this Rackbook reads \(Self.currentFormat)"))
    }
    rackbook = try node.required("rackbook")
    lab = try node.required("lab")
    environment = node["environment"]?.text
    settings = try node.required("settings")
    var things: [Thing] = []
    for thing in node["things"]?.items ?? [] { things.append(try Thing(reading: thing)) }
    self.things = things
  }

  fileprivate static func missing(_ key: String) -> PlanFailure {
    PlanFailure(PlanRules.unreadable.diagnostic("\(fileName) has no '\(key)' where one belongs"))
  }
}

extension Snapshot.Thing {
  fileprivate var node: Node {
    Node.mapping([
      ("kind", .string(id.kind)),
      ("name", .string(id.name)),
      ("summary", .string(summary)),
      ("origin", .string(origin)),
      ("places", places.isEmpty ? nil : .strings(places)),
      ("values", .string(values)),
      ("relations", relations.isEmpty ? nil : .strings(relations.map(\.text))),
      ("facts", facts.keys.isEmpty ? nil : facts),
      ("resources", resources.isEmpty ? nil : .sequence(resources.map(\.node))),
    ]).from(SourceLocation(text: origin))
  }

  fileprivate init(reading node: Node) throws(PlanFailure) {
    id = ThingID(try node.required("kind"), try node.required("name"))
    summary = try node.required("summary")
    origin = try node.required("origin")
    places = (node["places"]?.items ?? []).compactMap(\.text)
    values = try node.required("values")
    relations = (node["relations"]?.items ?? []).compactMap { $0.text.flatMap(Snapshot.Relation.init(text:)) }
    facts = node["facts"] ?? .mapping([])
    var resources: [Snapshot.Entry] = []
    for resource in node["resources"]?.items ?? [] {
      resources.append(
        Snapshot.Entry(
          kind: try resource.required("kind"), name: try resource.required("name"),
          origin: try resource.required("origin"), fields: resource["fields"] ?? .mapping([])))
    }
    self.resources = resources
  }
}

extension Snapshot.Entry {
  fileprivate var node: Node {
    Node.mapping([
      ("kind", .string(kind)), ("name", .string(name)), ("origin", .string(origin)), ("fields", fields),
    ]).from(SourceLocation(text: origin))
  }
}

extension Snapshot.Relation {
  /// The relation on one line, as in `runs on: host/pve1`.
  fileprivate var text: String { "\(kind): \(other.kind)/\(other.name)" }

  fileprivate init?(text: String) {
    guard let colon = text.firstRange(of: ": "), let slash = text[colon.upperBound...].firstIndex(of: "/") else {
      return nil
    }
    kind = String(text[..<colon.lowerBound])
    other = ThingID(String(text[colon.upperBound..<slash]), String(text[text.index(after: slash)...]))
  }
}

extension Node {
  fileprivate func required(_ key: String) throws(PlanFailure) -> String {
    guard let text = self[key]?.text else { throw Snapshot.missing(key) }
    return text
  }

  var text: String? { if case .string(let text) = content { text } else { nil } }
  var integer: Int? { if case .int(let number) = content { number } else { nil } }
  var items: [Node] { if case .sequence(let items) = content { items } else { [] } }
}

extension SourceLocation {
  /// Reads `Module/File.swift:12`.
  init?(text: String) {
    guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]) else { return nil }
    self.init(String(text[..<colon]), line)
  }
}
