import Diagnostics
import LabModel

/// What becomes of a lab when some of its things are lost: what dies, what degrades, what survives, and why.
///
/// A thing works while everything that it needs, runs on and is stored on works, and of each of its redundancy groups as
/// many members as it requires. It degrades when it works, and a group lost a member, or what it is exposed through, backed
/// up to or in front of is gone.
public struct Impact: Sendable {
  /// One link of a chain of reasons: `vm 'web' runs on host 'pve1'`.
  public struct Step: Sendable, Hashable {
    /// The thing that dies.
    public var thing: ThingID
    /// How the sentence goes on: `runs on`, or `has too few etcd members without`.
    public var words: String
    /// The thing whose death it dies of.
    public var cause: ThingID
  }

  /// A thing that works, only worse.
  public struct Degradation: Sendable, Hashable {
    /// The thing.
    public var thing: ThingID
    /// What it lost, in words: `1 of 3 etcd members`, `what it is exposed through`.
    public var loss: String
    /// The members that are gone.
    public var lost: [ThingID]
  }

  private let graph: DependencyGraph
  private let fallout: LossPropagation.Fallout
  /// Where each thing stands among the dead; -1 for what lives.
  private let places: [Int]
  private let lostCount: Int

  init(_ fallout: LossPropagation.Fallout, in graph: DependencyGraph) {
    self.graph = graph
    self.fallout = fallout
    lostCount = fallout.causes.prefix { $0 < 0 }.count
    var places = Array(repeating: -1, count: graph.ids.count)
    for (place, thing) in fallout.dead.enumerated() { places[thing] = place }
    self.places = places
  }

  /// What was lost; only what the lab has.
  public var lost: [ThingID] { fallout.dead.prefix(lostCount).map { graph.ids[$0] } }

  /// How many things die with it.
  public var deaths: Int { fallout.dead.count - lostCount }

  /// What dies with it, shortest chains of reasons first.
  public var dies: [ThingID] { dies(atMost: deaths) }

  /// The first of what dies with it.
  ///
  /// - Parameter limit: How many at most.
  /// - Returns: Those with the shortest chains of reasons.
  public func dies(atMost limit: Int) -> [ThingID] {
    fallout.dead.dropFirst(lostCount).prefix(limit).map { graph.ids[$0] }
  }

  /// What still works as before, in the order of declaration.
  public var survives: [ThingID] {
    let degraded = Set(degrades.map(\.thing))
    return graph.ids.enumerated().filter { places[$0.offset] < 0 && !degraded.contains($0.element) }.map(\.element)
  }

  /// Whether a thing is lost or dies.
  public func isDead(_ id: ThingID) -> Bool { graph.position(of: id).map { places[$0] >= 0 } ?? false }

  /// Whether a thing is lost or dies.
  public func isDead(_ thing: any Component) -> Bool { isDead(thing.id) }

  /// Why a thing dies: the shortest chain from it to what was lost; empty for what was lost itself, and for what lives.
  ///
  /// - Parameter id: The thing.
  /// - Returns: The links, the thing's own first.
  public func path(to id: ThingID) -> [Step] {
    var steps: [Step] = []
    var here = graph.position(of: id).map { places[$0] } ?? -1
    while here >= 0, fallout.causes[here] >= 0 {
      let requirement = graph.requirements[fallout.requirements[here]]
      let words = requirement.isGroup ? "has too few \(requirement.words) without" : requirement.words
      steps.append(
        Step(thing: graph.ids[fallout.dead[here]], words: words, cause: graph.ids[fallout.causes[here]]))
      here = places[fallout.causes[here]]
    }
    return steps
  }

  /// What works worse, in the order of declaration; a thing with two such losses stands there twice.
  public var degrades: [Degradation] {
    fallout.weakened.map { graph.requirements[$0] }
      .sorted { ($0.owner, $0.words) < ($1.owner, $1.words) }
      .map { requirement in
        let lost = requirement.members.filter { places[$0] >= 0 }
        let loss: String =
          switch requirement.words {
          case _ where requirement.isGroup: "\(lost.count) of \(requirement.members.count) \(requirement.words)"
          case Relation.Kind.fronts.rawValue: "what it fronts"
          case Relation.Kind.exposedThrough.rawValue: "its way from outside"
          case Relation.Kind.backedUpTo.rawValue: "the place of its backups"
          case "looks names up at": "\(lost.count) of \(requirement.members.count) name servers"
          default: "\(lost.count) of \(requirement.members.count) parts"
          }
        return Degradation(thing: graph.ids[requirement.owner], loss: loss, lost: lost.map { graph.ids[$0] })
      }
  }
}
