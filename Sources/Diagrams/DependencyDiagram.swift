import Diagnostics
import Documents
import LabModel

extension Diagram {
  /// Above this many services one picture can no longer be read, and each place gets its own.
  static let readableServices = 60

  /// What needs what, in as many diagrams as it takes.
  ///
  /// - Parameters:
  ///   - lab: The lab.
  ///   - page: The address of a thing's page, relative to the page that the diagram stands on; nil for no link.
  /// - Returns: ``dependencyOverview(of:page:)``, and where that shows places only, one diagram per place.
  public static func dependencies(of lab: ResolvedLab, page: @escaping (ThingID) -> String?) -> [Diagram] {
    let places = OccupiedPlace.all(of: services(of: lab), in: lab)
    return [dependencyOverview(of: lab, page: page)]
      + places.compactMap { dependencies(ofPlace: $0.thing, in: lab, page: page) }
  }

  /// What needs what in the whole lab: services in the boxes of the places they run in, and the storage they lie on.
  ///
  /// - Parameters:
  ///   - lab: The lab.
  ///   - page: The address of a thing's page, relative to the page that the diagram stands on; nil for no link.
  /// - Returns: The diagram. In a lab of more than 60 services, a place stands for its services.
  public static func dependencyOverview(of lab: ResolvedLab, page: @escaping (ThingID) -> String?) -> Diagram {
    let services = services(of: lab)
    let title = "What needs what in \(lab.name)"
    if services.count > readableServices {
      return overview(OccupiedPlace.all(of: services, in: lab), title, of: lab, page: page)
    }
    return dependencies(
      of: services, in: lab, id: "dependencies", title: title,
      summary: "A line leads from a service to what it does not work without; boxes are the places they run in.",
      page: page)
  }

  /// What needs what in one place of a large lab; the other places stand for their services.
  ///
  /// - Parameters:
  ///   - place: What the services run in or on.
  ///   - lab: The lab.
  ///   - page: The address of a thing's page, relative to the page that the diagram stands on; nil for no link.
  /// - Returns: The diagram; nil where nothing runs there, and in a lab of at most 60 services, whose overview shows all.
  public static func dependencies(
    ofPlace place: ThingID, in lab: ResolvedLab, page: @escaping (ThingID) -> String?
  ) -> Diagram? {
    let here = lab.graph.relations(to: place).filter { $0.kind == .runsOn && $0.other.kind == "service" }.map(\.other)
    if here.isEmpty || services(of: lab).count <= readableServices { return nil }
    return dependencies(
      of: here, in: lab, id: "dependencies-\(place.kind)-\(place.name)", title: "What needs what in \(place)",
      summary: "The services of one place; other places stand for theirs.", page: page)
  }

  private static func services(of lab: ResolvedLab) -> [ThingID] {
    lab.things.map(\.id).filter { $0.kind == "service" }
  }

  private static func dependencies(
    of services: [ThingID], in lab: ResolvedLab, id: String, title: String, summary: String,
    page: @escaping (ThingID) -> String?
  ) -> Diagram {
    var sketch = Sketch(id, of: lab, page: page)
    let own = Set(services)
    /// What stands for a thing in this diagram: itself, or the place it runs in.
    func shown(_ thing: ThingID) -> ThingID {
      thing.kind == "service" && !own.contains(thing) ? lab.place(of: thing) ?? thing : thing
    }
    var root = Surroundings()
    var known: Set<ThingID> = []
    var lines: [(from: ThingID, to: ThingID)] = []
    for service in services {
      let users = lab.graph.relations(to: service).filter { $0.kind == .needs && !own.contains($0.other) }
      lines += lab.needs(of: service).map { (service, $0) } + users.map { ($0.other, service) }
      for thing in [service] + lab.needs(of: service) + lab.stores(of: service) + users.map(\.other)
      where known.insert(shown(thing)).inserted {
        root.insert(shown(thing), path: lab.surroundings(of: shown(thing))[...])
      }
    }
    let statements = root.statements(in: &sketch)
    for line in lines {
      sketch.line(line.from, .needs, line.to, drawnFrom: shown(line.from), to: shown(line.to))
    }
    for place in OccupiedPlace.all(of: services, in: lab) { connect(place, of: lab, in: &sketch) }
    return sketch.diagram(title: title, summary: summary, statements, [.setting("rankdir", "LR")])
  }

  /// One line per place and storage class for all its services, or the picture would be nothing but lines.
  private static func connect(_ place: OccupiedPlace, of lab: ResolvedLab, in sketch: inout Sketch) {
    var order: [ThingID] = []
    var users: [ThingID: [ThingID]] = [:]
    for service in place.services {
      for store in lab.stores(of: service) {
        if users[store] == nil { order.append(store) }
        users[store, default: []].append(service)
      }
    }
    for store in order {
      sketch.line(from: users[store] ?? [], in: place.thing, .storedOn, store)
    }
  }

  private static func overview(
    _ places: [OccupiedPlace], _ title: String, of lab: ResolvedLab, page: @escaping (ThingID) -> String?
  ) -> Diagram {
    var sketch = Sketch("dependencies", of: lab, page: page)
    var homes: [ThingID: ThingID] = [:]
    for place in places { for service in place.services { homes[service] = place.thing } }
    let counts = Dictionary(places.map { ($0.thing, $0.services.count) }, uniquingKeysWith: +)
    var root = Surroundings()
    var drawn: Set<ThingID> = []
    var lines: [(from: ThingID, line: Line, to: ThingID)] = []
    for place in places {
      let needed = place.services.flatMap { lab.needs(of: $0) }.map { (Line.needs, homes[$0] ?? $0) }
      let stored = place.services.flatMap { lab.stores(of: $0) }.map { (Line.storedOn, $0) }
      lines += (needed + stored).filter { $0.1 != place.thing }.map { (place.thing, $0.0, $0.1) }
    }
    for thing in places.map(\.thing) + lines.map(\.to) where drawn.insert(thing).inserted {
      root.insert(thing, path: lab.surroundings(of: thing)[...])
    }
    let statements = root.statements(in: &sketch) { thing in
      counts[thing].map { "\($0) \($0 == 1 ? "service" : "services")" } ?? ""
    }
    var seen: Set<Link> = []
    for line in lines
    where seen.insert(Link(from: line.from, words: line.line.rawValue, to: line.to)).inserted {
      sketch.line(line.from, line.line, line.to)
    }
    return sketch.diagram(
      title: title, summary: "A place stands for its services; a line means that at least one of them needs the other.",
      statements, [.setting("rankdir", "LR")])
  }
}

/// Where services run, with the services.
private struct OccupiedPlace {
  var thing: ThingID
  var services: [ThingID]

  static func all(of services: [ThingID], in lab: ResolvedLab) -> [OccupiedPlace] {
    var places: [OccupiedPlace] = []
    var positions: [ThingID: Int] = [:]
    for service in services {
      let thing = lab.place(of: service) ?? service
      if let position = positions[thing] {
        places[position].services.append(service)
      } else {
        positions[thing] = places.count
        places.append(OccupiedPlace(thing: thing, services: [service]))
      }
    }
    return places
  }
}
