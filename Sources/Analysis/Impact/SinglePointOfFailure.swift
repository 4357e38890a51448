import Diagnostics
import LabLanguage
import LabModel

/// A thing whose loss alone kills others.
public struct SinglePointOfFailure: Sendable, Hashable {
  /// The thing.
  public var thing: ThingID
  /// How many other things die with it.
  public var deaths: Int
  /// How many of those are services: what people notice.
  public var services: Int
  /// How many things work worse.
  public var degradations: Int
}

/// Finds single points of failure: takes each thing away and looks.
struct SinglePoints {
  let lab: ResolvedLab
  let graph: DependencyGraph

  /// Those among the given things, the deadliest first, then in the order of declaration.
  ///
  /// Each removal costs what it kills, so all things of a lab whose services form one long chain are quadratic in it; rules
  /// ask for hosts, storage and the like only, which are few.
  func list(among candidates: [ThingID]) -> [SinglePointOfFailure] {
    var propagation = LossPropagation(graph)
    let isService = lab.things.map { $0 is Service }
    let found = candidates.compactMap { id -> (position: Int, point: SinglePointOfFailure)? in
      guard let position = graph.position(of: id) else { return nil }
      let fallout = propagation.fallout(of: [position])
      let deaths = fallout.dead.dropFirst()
      guard !deaths.isEmpty else { return nil }
      return (
        position,
        SinglePointOfFailure(
          thing: id, deaths: deaths.count, services: deaths.count { isService[$0] },
          degradations: Set(fallout.weakened.map { graph.requirements[$0].owner }).count)
      )
    }
    return found.sorted { ($1.point.deaths, $0.position) < ($0.point.deaths, $1.position) }.map(\.point)
  }
}
