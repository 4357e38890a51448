import Diagnostics
import Documents
import LabModel

extension Diagram {
  /// Above this many services one picture can no longer be read, and each place gets its own.
  static let readableServices = 60

  /// What needs what: services in the boxes of the places they run in, the storage they lie on, the clusters around them.
  ///
  /// - Parameters:
  ///   - lab: The lab.
  ///   - page: The address of a thing's page, relative to the page that the diagram stands on; nil for no link.
  /// - Returns: One diagram. In a lab of more than 60 services, first an overview in which a place stands for its services,
  ///   then one diagram per place with what its services have to do with others.
  public static func dependencies(of lab: ResolvedLab, page: @escaping (ThingID) -> String?) -> [Diagram] {
    let services = lab.things.filter { $0.id.kind == "service" }.map(\.id)
    let title = "What needs what in \(lab.name)"
    if services.count <= readableServices {
      return [
        draw(
          "dependencies", title, services, of: lab, page: page,
          summary: "A line leads from a service to what it does not work without; boxes are the places they run in.")
      ]
    }
    let places = places(of: services, in: lab)
    var used: Set<String> = ["dependencies"]
    let parts = places.map { place in
      var id = "dependencies-\(place.thing.name)"
      if !used.insert(id).inserted { id = "dependencies-\(place.thing.kind)-\(place.thing.name)" }
      return draw(
        id, "What needs what in \(place.thing)", place.services, of: lab, page: page,
        summary: "The services of one place, and what they have to do with others.")
    }
    return [overview(places, title, of: lab, page: page)] + parts
  }

  private struct Place {
    var thing: ThingID
    var services: [ThingID]
  }

  private static func places(of services: [ThingID], in lab: ResolvedLab) -> [Place] {
    var places: [Place] = []
    var positions: [ThingID: Int] = [:]
    for service in services {
      let thing = place(of: service, in: lab) ?? service
      if let position = positions[thing] {
        places[position].services.append(service)
      } else {
        positions[thing] = places.count
        places.append(Place(thing: thing, services: [service]))
      }
    }
    return places
  }

  private static func place(of thing: ThingID, in lab: ResolvedLab) -> ThingID? {
    lab.graph.relations(of: thing).first { $0.kind == .runsOn }?.other
  }

  /// The lines that leave a service: what it needs and what its data lies on.
  private static func lines(of service: ThingID, in lab: ResolvedLab) -> [(to: ThingID, line: Sketch.Line)] {
    lab.graph.relations(of: service).compactMap { relation in
      switch relation.kind {
      case .needs: (relation.other, .needs)
      case .storedOn: (relation.other, .storedOn)
      default: nil
      }
    }
  }

  private static func draw(
    _ id: String, _ title: String, _ services: [ThingID], of lab: ResolvedLab, page: @escaping (ThingID) -> String?,
    summary: String
  ) -> Diagram {
    var sketch = Sketch(id, of: lab, page: page)
    var shown = services
    var known = Set(services)
    for service in services {
      let before = lab.graph.relations(to: service).filter { $0.kind == .needs }.map(\.other)
      for other in lines(of: service, in: lab).map(\.to) + before where known.insert(other).inserted {
        shown.append(other)
      }
    }
    let statements = boxes(round: shown, of: lab, in: &sketch)
    for thing in shown {
      for line in lines(of: thing, in: lab) where known.contains(line.to) { sketch.edge(thing, line.to, line.line) }
    }
    return sketch.diagram(title: title, summary: summary, [.setting("rankdir", "LR")], statements)
  }

  /// Things in the boxes of what they run on, those in the boxes of what they run on in turn; storage in that of its NAS.
  private static func boxes(
    round shown: [ThingID], of lab: ResolvedLab, in sketch: inout Sketch
  ) -> [DOT.Statement] {
    var root = Box()
    for thing in shown { root.insert(thing, path: surroundings(of: thing, in: lab)[...]) }
    return root.statements(of: lab, in: &sketch)
  }

  /// What a thing stands in, the outermost first: the cluster and the namespace of a service, the NAS of a storage class.
  private static func surroundings(of thing: ThingID, in lab: ResolvedLab) -> [ThingID] {
    guard thing.kind != "service" else {
      guard let place = place(of: thing, in: lab) else { return [] }
      let around = place.kind == "namespace" ? self.place(of: place, in: lab).map { [$0] } ?? [] : []
      return around + [place]
    }
    let pools = lab.graph.relations(of: thing).filter { $0.kind == .storedOn }.map(\.other)
    let owner = pools.lazy.compactMap { pool in
      lab.graph.relations(to: pool).first { $0.kind == .consistsOf }?.other
    }.first
    return owner.map { [$0] } ?? []
  }

  private static func overview(
    _ places: [Place], _ title: String, of lab: ResolvedLab, page: @escaping (ThingID) -> String?
  ) -> Diagram {
    var sketch = Sketch("dependencies", of: lab, page: page)
    var homes: [ThingID: ThingID] = [:]
    for place in places { for service in place.services { homes[service] = place.thing } }
    var statements = places.map { sketch.node($0.thing, "\($0.services.count) services") }
    var drawn = Set(places.map(\.thing))
    var seen: Set<Link> = []
    for place in places {
      for (to, line) in place.services.flatMap({ lines(of: $0, in: lab) }) {
        let end = homes[to] ?? to
        guard end != place.thing,
          seen.insert(Link(from: place.thing, words: line.rawValue, to: end)).inserted
        else { continue }
        if drawn.insert(end).inserted { statements.append(sketch.node(end)) }
        sketch.edge(place.thing, end, line)
      }
    }
    return sketch.diagram(
      title: title,
      summary: "A place stands for all its services; a line means that at least one of them needs the other.",
      [.setting("rankdir", "LR")], statements)
  }
}

/// Boxes in boxes: where each node of a diagram goes.
private struct Box {
  private var order: [ThingID] = []
  private var boxes: [ThingID: Box] = [:]
  private var nodes: [ThingID] = []

  mutating func insert(_ thing: ThingID, path: ArraySlice<ThingID>) {
    guard let next = path.first else { return nodes.append(thing) }
    if boxes[next] == nil { order.append(next) }
    boxes[next, default: Box()].insert(thing, path: path.dropFirst())
  }

  func statements(of lab: ResolvedLab, in sketch: inout Sketch) -> [DOT.Statement] {
    var statements = nodes.map { sketch.node($0) }
    for thing in order {
      let inside = boxes[thing]?.statements(of: lab, in: &sketch) ?? []
      statements.append(sketch.box(thing, inside))
    }
    return statements
  }
}
