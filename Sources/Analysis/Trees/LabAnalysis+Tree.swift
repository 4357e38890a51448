import Diagnostics
import Documents
import LabModel

extension LabAnalysis {
  /// All answers as one document: what needs what, what dies with each thing, orders, capacity, recovery.
  ///
  /// Lists of what dies are left out, because they grow with the square of the lab: what needs what gives them.
  public var tree: Node {
    [
      "needs": .sequence(graph.requirements.filter { $0.use != .restore }.map(tree)),
      "singlePointsOfFailure": .sequence(singlePointsOfFailure.map(\.tree)),
      "sharedFates": .sequence(sharedFates.map(\.tree)),
      "startOrder": startOrder.tree(),
      "bootstrapCycles": .sequence(bootstrapCycles.map(\.tree)),
      "capacity": .sequence(capacities.map(\.tree)),
      "recovery": .sequence(recovery.entries.map(\.tree)),
    ]
  }

  private func tree(_ requirement: Requirement) -> Node {
    [
      "thing": graph.ids[requirement.owner].tree, "words": .string(requirement.words),
      "of": .sequence(requirement.members.map { graph.ids[$0].tree }), "required": .int(requirement.required),
      "onlyToStart": requirement.use == .operation ? nil : .bool(true),
    ]
  }
}
