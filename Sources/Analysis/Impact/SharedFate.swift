import Diagnostics
import LabLanguage
import LabModel

/// A redundancy group of which one loss takes more members than it can spare: redundancy that is none.
public struct SharedFate: Sendable, Hashable {
  /// The thing that needs the group.
  public var owner: ThingID
  /// What the members are.
  public var purpose: String
  /// How many members there are.
  public var members: Int
  /// How many must work.
  public var required: Int
  /// What takes too many of them at once.
  public var cause: ThingID
  /// The members that die with it.
  public var lost: [ThingID]
}

/// Finds shared fates by losing each physical thing once.
struct SharedFates {
  let lab: ResolvedLab
  let graph: DependencyGraph

  /// In the order of what is lost, then of the groups; a member that takes nobody along is no fate that others share.
  var all: [SharedFate] {
    var propagation = LossPropagation(graph)
    var found: [SharedFate] = []
    for id in lab.analysis.physicalThings {
      guard let position = graph.position(of: id) else { continue }
      let dead = Set(propagation.fallout(of: [position]).dead)
      for number in Set(dead.flatMap { graph.joined[$0] }).sorted() {
        let group = graph.requirements[number]
        guard group.isGroup, group.use == .operation, group.required > 0, group.spare > 0, group.owner != position
        else { continue }
        let lost = group.members.filter(dead.contains)
        guard lost.count > group.spare, lost.count > 1, lost != [position] else { continue }
        found.append(
          SharedFate(
            owner: graph.ids[group.owner], purpose: group.words, members: group.members.count,
            required: group.required, cause: id, lost: lost.map { graph.ids[$0] }))
      }
    }
    return found
  }
}
