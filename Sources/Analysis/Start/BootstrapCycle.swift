import Diagnostics

/// A ring of things that wait for each other when everything is off, closed by something that is needed only to start.
public struct BootstrapCycle: Sendable, Hashable {
  /// One link: `vm 'docker' looks names up at service 'pihole'`.
  public struct Step: Sendable, Hashable {
    /// The thing that waits.
    public var thing: ThingID
    /// How the sentence goes on.
    public var words: String
    /// What it waits for.
    public var other: ThingID
  }

  /// What closes the ring.
  public enum Cause: Sendable, Hashable {
    /// Secrets, images, drivers, and what was stated.
    case start
    /// Names only: a machine with an address of its own comes up without, and fetches nothing.
    case names
    /// A backup that lies on what it restores.
    case restore
  }

  /// The thing that is needed before it can be up; its break-glass step is what helps.
  public var thing: ThingID
  /// What closes the ring.
  public var cause: Cause
  /// The shortest ring, from the thing back to it.
  public var path: [Step]
  /// The step that the lab states; nil where the ring is a fault.
  public var breakGlass: String?
}

/// Finds the rings: what a start on paper leaves waiting, part by part.
struct BootstrapCycles {
  private let graph: DependencyGraph
  private static let uses: Set<Requirement.Use> = [.operation, .start, .names, .restore]

  init(_ graph: DependencyGraph) { self.graph = graph }

  /// Faults and exceptions, in the order of declaration of what closes them.
  var all: [BootstrapCycle] {
    let without = StartPlanner(graph, uses: Self.uses, breaksGlass: false)
    guard !without.stuck.isEmpty else { return [] }
    let exceptions = rings(in: without).filter { graph.breakGlass[$0.position] != nil || $0.cycle.breakGlass != nil }
    let faults = rings(in: StartPlanner(graph, uses: Self.uses)).filter { $0.cycle.breakGlass == nil }
    return (exceptions + faults).sorted { $0.position < $1.position }.map(\.cycle)
  }

  /// For each thing that others wait for in a ring, and need only to start: the shortest ring through it.
  private func rings(in plan: StartPlanner) -> [(position: Int, cycle: BootstrapCycle)] {
    let isStuck = plan.wave.map { $0 == nil }
    let components = StrongComponents(count: isStuck.count) { thing in
      guard isStuck[thing] else { return [] }
      return graph.owned[thing].filter(plan.isUnmet).flatMap { graph.requirements[$0].members.filter { isStuck[$0] } }
    }
    var closing: [Int: [Int]] = [:]
    for (number, requirement) in graph.requirements.enumerated()
    where requirement.use != .operation && isStuck[requirement.owner] && plan.isUnmet(number) {
      for member in requirement.members where components.areTogether(requirement.owner, member) {
        closing[member, default: []].append(number)
      }
    }
    return closing.sorted { $0.key < $1.key }.compactMap { thing, numbers in
      ring(through: thing, closedBy: numbers, plan, components).map { (thing, $0) }
    }
  }

  /// A walk from a thing along what it waits for, until something waits for the thing itself.
  private func ring(
    through thing: Int, closedBy numbers: [Int], _ plan: StartPlanner, _ components: StrongComponents
  ) -> BootstrapCycle? {
    let closers = Dictionary(numbers.map { (graph.requirements[$0].owner, $0) }, uniquingKeysWith: min)
    var via: [Int: (thing: Int, requirement: Int)] = [:]
    var queue = [thing]
    var seen: Set<Int> = [thing]
    var next = 0
    while next < queue.count {
      let here = queue[next]
      next += 1
      if let closer = closers[here] {
        return cycle(through: thing, to: here, closedBy: graph.requirements[closer], via)
      }
      for number in graph.owned[here] where plan.isUnmet(number) {
        for member in graph.requirements[number].members
        where components.areTogether(here, member) && seen.insert(member).inserted {
          via[member] = (here, number)
          queue.append(member)
        }
      }
    }
    return nil
  }

  private func cycle(
    through thing: Int, to last: Int, closedBy closer: Requirement, _ via: [Int: (thing: Int, requirement: Int)]
  ) -> BootstrapCycle {
    var steps = [step(last, closer, thing)]
    var here = last
    while let (before, number) = via[here] {
      steps.append(step(before, graph.requirements[number], here))
      here = before
    }
    let cause: BootstrapCycle.Cause =
      switch closer.use {
      case .names: .names
      case .restore: .restore
      case .start, .operation: .start
      }
    let step = graph.breakGlass[thing] ?? (closer.use == .restore ? graph.breakGlass[last] : nil)
    return BootstrapCycle(thing: graph.ids[thing], cause: cause, path: steps.reversed(), breakGlass: step)
  }

  private func step(_ thing: Int, _ requirement: Requirement, _ other: Int) -> BootstrapCycle.Step {
    let words =
      requirement.isGroup
      ? "needs \(requirement.required) of \(requirement.members.count) \(requirement.words), such as"
      : requirement.words
    return BootstrapCycle.Step(thing: graph.ids[thing], words: words, other: graph.ids[other])
  }
}
