import Diagnostics
import Documents
import LabModel

extension Diagram {
  /// Above this many services one picture can no longer be read, and each place gets its own.
  static let readableServices = 60

  /// What needs what: services in the boxes of the places they run in, and the storage they lie on.
  ///
  /// - Parameters:
  ///   - lab: The lab.
  ///   - page: The address of a thing's page, relative to the page that the diagram stands on; nil for no link.
  /// - Returns: One diagram. In a lab of more than 60 services, first an overview in which a place stands for its services,
  ///   then one diagram per place with what its services have to do with others.
  public static func dependencies(of lab: ResolvedLab, page: @escaping (ThingID) -> String?) -> [Diagram] {
    let services = lab.things.map(\.id).filter { $0.kind == "service" }
    let title = "What needs what in \(lab.name)"
    if services.count <= readableServices {
      return [
        draw(
          "dependencies", title, services, of: lab, page: page,
          summary: "A line leads from a service to what it does not work without; boxes are the places they run in.")
      ]
    }
    let places = Place.all(of: services, in: lab)
    var names: Set<String> = []
    let parts = places.map { place in
      let isNew = names.insert(place.thing.name).inserted
      return draw(
        "dependencies-" + (isNew ? place.thing.name : "\(place.thing.kind)-\(place.thing.name)"),
        "What needs what in \(place.thing)", place.services, of: lab, page: page,
        summary: "The services of one place, and what they have to do with others.")
    }
    return [overview(places, title, of: lab, page: page)] + parts
  }

  private static func draw(
    _ id: String, _ title: String, _ services: [ThingID], of lab: ResolvedLab, page: @escaping (ThingID) -> String?,
    summary: String
  ) -> Diagram {
    var sketch = Sketch(id, of: lab, page: page)
    var shown = services
    var known = Set(services)
    for service in services {
      let users = lab.graph.relations(to: service).filter { $0.kind == .needs }.map(\.other)
      for other in lab.needs(of: service) + lab.stores(of: service) + users where known.insert(other).inserted {
        shown.append(other)
      }
    }
    var root = Surroundings()
    for thing in shown { root.insert(thing, path: lab.surroundings(of: thing)[...]) }
    let statements = root.statements(in: &sketch)
    for thing in shown {
      for other in lab.needs(of: thing) where known.contains(other) { sketch.line(thing, .needs, other) }
    }
    for place in Place.all(of: shown.filter { $0.kind == "service" }, in: lab) {
      connect(place, of: lab, to: known, in: &sketch)
    }
    return sketch.diagram(title: title, summary: summary, statements, [.setting("rankdir", "LR")])
  }

  /// One line per place and storage class for all its services, or the picture would be nothing but lines.
  private static func connect(_ place: Place, of lab: ResolvedLab, to known: Set<ThingID>, in sketch: inout Sketch) {
    var order: [ThingID] = []
    var users: [ThingID: [ThingID]] = [:]
    for service in place.services {
      for store in lab.stores(of: service) where known.contains(store) {
        if users[store] == nil { order.append(store) }
        users[store, default: []].append(service)
      }
    }
    for store in order {
      sketch.line(from: users[store] ?? [], in: place.thing, .storedOn, store)
    }
  }

  private static func overview(
    _ places: [Place], _ title: String, of lab: ResolvedLab, page: @escaping (ThingID) -> String?
  ) -> Diagram {
    var sketch = Sketch("dependencies", of: lab, page: page)
    var homes: [ThingID: ThingID] = [:]
    for place in places { for service in place.services { homes[service] = place.thing } }
    var statements = places.map { place in
      sketch.node(place.thing, "\(place.services.count) \(place.services.count == 1 ? "service" : "services")")
    }
    var drawn = Set(places.map(\.thing))
    var seen: Set<Link> = []
    for place in places {
      let needed = place.services.flatMap { service in lab.needs(of: service).map { (Line.needs, $0) } }
      let stored = place.services.flatMap { service in lab.stores(of: service).map { (Line.storedOn, $0) } }
      for (line, other) in needed + stored {
        let end = homes[other] ?? other
        let link = Link(from: place.thing, words: line.rawValue, to: end)
        guard end != place.thing, seen.insert(link).inserted else { continue }
        if drawn.insert(end).inserted { statements.append(sketch.node(end)) }
        sketch.line(place.thing, line, end)
      }
    }
    return sketch.diagram(
      title: title, summary: "A place stands for its services; a line means that at least one of them needs the other.",
      statements, [.setting("rankdir", "LR")])
  }
}

/// Where services run, with the services.
private struct Place {
  var thing: ThingID
  var services: [ThingID]

  static func all(of services: [ThingID], in lab: ResolvedLab) -> [Place] {
    var places: [Place] = []
    var positions: [ThingID: Int] = [:]
    for service in services {
      let thing = lab.place(of: service) ?? service
      if let position = positions[thing] {
        places[position].services.append(service)
      } else {
        positions[thing] = places.count
        places.append(Place(thing: thing, services: [service]))
      }
    }
    return places
  }
}
