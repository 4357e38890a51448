/// Follows a loss through the graph: a linear walk that can be repeated without clearing more than the last one touched.
struct LossPropagation {
  /// What is dead after a loss, in the order in which it died; why each died.
  struct Fallout: Sendable {
    /// The lost things, then what dies with them, shortest chains first.
    var dead: [Int] = []
    /// For each dead thing, the requirement that failed; -1 for what was lost itself.
    var requirements: [Int] = []
    /// For each dead thing, the member that failed last; -1 for what was lost itself.
    var causes: [Int] = []
    /// Requirements of things that live, and lost a member.
    var weakened: [Int] = []
  }

  let graph: DependencyGraph
  private var isDead: [Bool]
  private var lostMembers: [Int]

  init(_ graph: DependencyGraph) {
    self.graph = graph
    isDead = Array(repeating: false, count: graph.ids.count)
    lostMembers = Array(repeating: 0, count: graph.requirements.count)
  }

  /// Everything that dies when some things are lost, with them.
  mutating func fallout(of lost: [Int]) -> Fallout {
    var fallout = Fallout()
    var touched: [Int] = []
    for thing in lost where !isDead[thing] { die(thing, by: -1, of: -1, in: &fallout) }
    var next = 0
    while next < fallout.dead.count {
      let thing = fallout.dead[next]
      next += 1
      for number in graph.joined[thing] {
        let requirement = graph.requirements[number]
        guard requirement.use == .operation else { continue }
        if lostMembers[number] == 0 { touched.append(number) }
        lostMembers[number] += 1
        if lostMembers[number] > requirement.spare, !isDead[requirement.owner] {
          die(requirement.owner, by: number, of: thing, in: &fallout)
        }
      }
    }
    fallout.weakened = touched.filter { !isDead[graph.requirements[$0].owner] }.sorted()
    for thing in fallout.dead { isDead[thing] = false }
    for number in touched { lostMembers[number] = 0 }
    return fallout
  }

  private mutating func die(_ thing: Int, by requirement: Int, of cause: Int, in fallout: inout Fallout) {
    isDead[thing] = true
    fallout.dead.append(thing)
    fallout.requirements.append(requirement)
    fallout.causes.append(cause)
  }
}
