import Diagnostics
import LabLanguage
import LabModel

/// The questions that a lab's relations answer, with what they share computed once.
///
/// A lab's own is ``LabModel/ResolvedLab/analysis``.
public struct LabAnalysis: Sendable {
  /// The lab.
  public let lab: ResolvedLab
  let graph: DependencyGraph

  /// Reads the relations of a lab.
  init(_ lab: ResolvedLab) {
    self.lab = lab
    graph = lab.derived { DependencyGraph(lab) }
  }

  /// What becomes of the lab when some things are lost.
  ///
  /// - Parameter lost: What is lost; what the lab does not have is left out.
  /// - Returns: What dies, degrades and survives.
  public func impact(of lost: [ThingID]) -> Impact {
    var propagation = LossPropagation(graph)
    return Impact(propagation.fallout(of: lost.compactMap(graph.position(of:))), in: graph)
  }

  /// The impact of each thing of the lab alone, one after the other: cheaper than asking for each.
  ///
  /// - Parameter body: Takes the thing and its impact.
  public func forEachImpact(_ body: (ThingID, Impact) -> Void) {
    var propagation = LossPropagation(graph)
    for (position, id) in graph.ids.enumerated() { body(id, Impact(propagation.fallout(of: [position]), in: graph)) }
  }

  /// Whether one thing needs another, directly or through others: along needs, places, storage, and groups of which it
  /// needs some.
  ///
  /// - Parameters:
  ///   - thing: The one that needs.
  ///   - other: The one that is needed.
  /// - Returns: Whether there is a path; false for a thing and itself, unless it needs itself through others.
  public func reaches(_ thing: ThingID, _ other: ThingID) -> Bool {
    guard let start = graph.position(of: thing), let goal = graph.position(of: other) else { return false }
    var seen = Array(repeating: false, count: graph.ids.count)
    var pending = [start]
    while let next = pending.popLast() {
      for number in graph.owned[next] {
        let requirement = graph.requirements[number]
        guard requirement.use == .operation, requirement.required > 0 else { continue }
        for member in requirement.members where !seen[member] {
          if member == goal { return true }
          seen[member] = true
          pending.append(member)
        }
      }
    }
    return false
  }

  /// Every thing whose loss alone kills others, the deadliest first.
  public var singlePointsOfFailure: [SinglePointOfFailure] {
    lab.derived { SinglePoints(lab: lab, graph: graph).list(among: graph.ids) }
  }

  /// The single points of failure among what can be held in a hand: hosts, machines, storage, switches, power feeds.
  public var physicalSinglePointsOfFailure: [SinglePointOfFailure] {
    SinglePoints(lab: lab, graph: graph).list(among: physicalThings)
  }

  /// Hosts, machines, storage, and what carries others, in the order of declaration.
  public var physicalThings: [ThingID] {
    lab.things.filter { thing in
      thing is any Machine || thing is ProxmoxHost || thing is any NetworkStorage
        || lab.graph.relations(of: thing.id).contains { $0.kind == .carries }
    }.map(\.id)
  }

  /// The order in which the lab starts from nothing.
  public var startOrder: StartOrder {
    lab.derived { StartPlanner(graph, uses: [.operation, .start, .names]).order }
  }

  /// The rings of things that wait for each other when everything is off, stated exceptions among them.
  public var bootstrapCycles: [BootstrapCycle] { lab.derived { BootstrapCycles(graph).all } }

  /// What becomes of the VMs and pods when a host is lost.
  ///
  /// - Parameter host: A Proxmox host, or a machine that is a host itself.
  /// - Returns: The answer with its placement or counter-example.
  public func capacity(without host: ThingID) -> Capacity { CapacityPlanner(lab).capacity(without: host) }

  /// The answer for each host that runs VMs, in the order of declaration.
  public var capacities: [Capacity] { lab.derived { CapacityPlanner(lab).all } }

  /// What is promised of recovery, and what can be kept.
  public var recovery: Recovery { lab.derived { RecoveryPlanner(lab: lab, graph: graph).recovery } }

  /// Groups of which a single loss takes more than they can spare.
  public var sharedFates: [SharedFate] { lab.derived { SharedFates(lab: lab, graph: graph).all } }
}

extension ResolvedLab {
  /// The answers of the lab; what they share is computed once.
  public var analysis: LabAnalysis { LabAnalysis(self) }

  /// What becomes of the lab when some things are lost.
  public func impact(of lost: [ThingID]) -> Impact { analysis.impact(of: lost) }

  /// What becomes of the lab when some things are lost.
  public func impact(of lost: any Component...) -> Impact { impact(of: lost.map(\.id)) }

  /// Whether one thing needs another, directly or through others.
  public func reaches(_ thing: ThingID, _ other: ThingID) -> Bool { analysis.reaches(thing, other) }

  /// Whether one thing needs another, directly or through others.
  public func reaches(_ thing: any Component, _ other: any Component) -> Bool { reaches(thing.id, other.id) }

  /// The order in which the lab starts from nothing.
  public var startOrder: StartOrder { analysis.startOrder }

  /// Every thing whose loss alone kills others, the deadliest first.
  public var singlePointsOfFailure: [SinglePointOfFailure] { analysis.singlePointsOfFailure }

  /// The rings of things that wait for each other when everything is off, stated exceptions among them.
  public var bootstrapCycles: [BootstrapCycle] { analysis.bootstrapCycles }

  /// What becomes of the VMs and pods when a host is lost.
  public func capacity(without host: ThingID) -> Capacity { analysis.capacity(without: host) }

  /// What becomes of the VMs and pods when a host is lost.
  public func capacity(without host: any Component) -> Capacity { capacity(without: host.id) }

  /// What is promised of recovery, and what can be kept.
  public var recovery: Recovery { analysis.recovery }
}
