import Diagnostics
import Documents
import LabModel

/// Boxes in boxes: where each node of a diagram goes.
struct Surroundings {
  private var order: [ThingID] = []
  private var boxes: [ThingID: Surroundings] = [:]
  private var nodes: [ThingID] = []

  /// Puts a thing into the innermost of the boxes on its path.
  mutating func insert(_ thing: ThingID, path: ArraySlice<ThingID>) {
    guard let next = path.first else { return nodes.append(thing) }
    if boxes[next] == nil { order.append(next) }
    boxes[next, default: Surroundings()].insert(thing, path: path.dropFirst())
  }

  /// Nodes and boxes as statements; a thing that is a box here is not a node as well.
  ///
  /// - Parameters:
  ///   - sketch: The diagram that keeps account of them.
  ///   - details: What stands below the name of a node.
  /// - Returns: The statements.
  func statements(in sketch: inout Sketch, details: (ThingID) -> String = { _ in "" }) -> [DOT.Statement] {
    var statements = nodes.filter { boxes[$0] == nil }.map { sketch.node($0, details($0)) }
    for thing in order {
      guard let inside = boxes[thing]?.statements(in: &sketch, details: details) else { continue }
      statements.append(sketch.box(thing, inside))
    }
    return statements
  }
}

extension ResolvedLab {
  /// What a thing runs on.
  func place(of thing: ThingID) -> ThingID? {
    graph.relations(of: thing).first { $0.kind == .runsOn }?.other
  }

  /// What a thing does not work without, of its own accord.
  func needs(of thing: ThingID) -> [ThingID] {
    graph.relations(of: thing).filter { $0.kind == .needs }.map(\.other)
  }

  /// What a thing's data lies on.
  func stores(of thing: ThingID) -> [ThingID] {
    graph.relations(of: thing).filter { $0.kind == .storedOn }.map(\.other)
  }

  /// What a thing stands in, the outermost first: cluster and namespace of a service, the NAS of a storage class.
  func surroundings(of thing: ThingID) -> [ThingID] {
    if thing.kind == "service" || thing.kind == "namespace", let place = place(of: thing) {
      return place.kind == "namespace" ? surroundings(of: place) + [place] : [place]
    }
    for pool in stores(of: thing) {
      if let owner = graph.relations(to: pool).first(where: { $0.kind == .consistsOf }) { return [owner.other] }
    }
    return []
  }
}
