import Diagnostics

/// Starts a lab on paper, wave by wave.
///
/// A thing starts when everything is up that it needs, all members of its groups among them. Where that leaves things waiting,
/// groups make do with what they require; then what has a break-glass step is done without, only on the way to it.
struct StartPlanner {
  private let graph: DependencyGraph
  private let uses: Set<Requirement.Use>
  private let breaksGlass: Bool
  /// The wave of each thing; nil while it waits.
  private(set) var wave: [Int?]
  private var exceptions: [Int: [Int]] = [:]
  /// Requirements that each thing still waits for.
  private var waiting: [Int]
  private var membersUp: [Int]
  private var waves: [[Int]] = []

  /// - Parameters:
  ///   - graph: What waits for what.
  ///   - uses: Which needs count.
  ///   - breaksGlass: Whether break-glass steps are taken.
  init(_ graph: DependencyGraph, uses: Set<Requirement.Use>, breaksGlass: Bool = true) {
    self.graph = graph
    self.uses = uses
    self.breaksGlass = breaksGlass
    wave = Array(repeating: nil, count: graph.ids.count)
    membersUp = Array(repeating: 0, count: graph.requirements.count)
    waiting = graph.owned.map {
      $0.count { graph.requirements[$0].required > 0 && uses.contains(graph.requirements[$0].use) }
    }
    plan()
  }

  /// The things that never start.
  var stuck: [Int] { wave.indices.filter { wave[$0] == nil } }

  /// Whether a need of a thing that waits is not met.
  func isUnmet(_ number: Int) -> Bool {
    let requirement = graph.requirements[number]
    guard uses.contains(requirement.use), membersUp[number] < requirement.required else { return false }
    return !breaksGlass || glass(for: requirement) == nil
  }

  private mutating func plan() {
    var next = wave.indices.filter { waiting[$0] == 0 }
    while true {
      if next.isEmpty { next = stuck.filter { isReady($0, doingWithout: []) } }
      if next.isEmpty, breaksGlass { next = brokenFree() }
      guard !next.isEmpty else { return }
      next = start(next)
    }
  }

  /// Starts some things together.
  ///
  /// - Returns: What waited only for them.
  private mutating func start(_ things: [Int]) -> [Int] {
    for thing in things { wave[thing] = waves.count }
    waves.append(things)
    var released: [Int] = []
    for thing in things {
      for number in graph.joined[thing] {
        let requirement = graph.requirements[number]
        membersUp[number] += 1
        guard requirement.required > 0, uses.contains(requirement.use), membersUp[number] == requirement.members.count
        else { continue }
        waiting[requirement.owner] -= 1
        if waiting[requirement.owner] == 0, wave[requirement.owner] == nil { released.append(requirement.owner) }
      }
    }
    return released.sorted()
  }

  private func isReady(_ thing: Int, doingWithout waived: Set<Int>) -> Bool {
    graph.owned[thing].allSatisfy { number in
      let requirement = graph.requirements[number]
      return !uses.contains(requirement.use) || membersUp[number] >= requirement.required || waived.contains(number)
    }
  }

  /// What can start when break-glass steps are taken: only what a thing that has such a step waits for in turn.
  private mutating func brokenFree() -> [Int] {
    let isStuck = wave.map { $0 == nil }
    var needed = Array(repeating: false, count: wave.count)
    var pending = stuck.filter { graph.breakGlass[$0] != nil }
    for thing in pending { needed[thing] = true }
    while let thing = pending.popLast() {
      for number in graph.owned[thing] where uses.contains(graph.requirements[number].use) {
        for member in graph.requirements[number].members where isStuck[member] && !needed[member] {
          needed[member] = true
          pending.append(member)
        }
      }
    }
    // What no such thing waits for comes only when nothing else is left: then what it misses never starts.
    let onTheWay = free(among: stuck.filter { needed[$0] })
    return onTheWay.isEmpty ? free(among: stuck) : onTheWay
  }

  private mutating func free(among things: [Int]) -> [Int] {
    var free: [Int] = []
    for thing in things {
      let unmet = graph.owned[thing].filter { number in
        uses.contains(graph.requirements[number].use) && membersUp[number] < graph.requirements[number].required
      }
      let missing = unmet.compactMap { glass(for: graph.requirements[$0]) }
      guard missing.count == unmet.count else { continue }
      exceptions[thing] = missing
      free.append(thing)
    }
    return free
  }

  /// The thing whose break-glass step does without a need.
  private func glass(for requirement: Requirement) -> Int? {
    guard requirement.use != .operation else { return nil }
    if let member = requirement.members.first(where: { graph.breakGlass[$0] != nil }) { return member }
    return requirement.use == .restore && graph.breakGlass[requirement.owner] != nil ? requirement.owner : nil
  }

  /// The finished order.
  var order: StartOrder {
    StartOrder(waves: waves.map { $0.map(entry) }, unordered: stuck.map { graph.ids[$0] })
  }

  private func entry(_ thing: Int) -> StartOrder.Entry {
    var latest: (wave: Int, member: Int, words: String)?
    for number in graph.owned[thing] where uses.contains(graph.requirements[number].use) {
      let requirement = graph.requirements[number]
      guard requirement.required > 0 else { continue }
      for member in requirement.members {
        guard let other = wave[member], let own = wave[thing], other < own, other > latest?.wave ?? -1 else { continue }
        latest = (other, member, requirement.isGroup ? "\(requirement.words):" : requirement.words)
      }
    }
    var seen: Set<Int> = []
    let steps = (exceptions[thing] ?? []).filter { seen.insert($0).inserted }.compactMap { missing in
      graph.breakGlass[missing].map { StartOrder.BreakGlass(missing: graph.ids[missing], step: $0) }
    }
    return StartOrder.Entry(
      thing: graph.ids[thing], reason: latest.map { "\($0.words) \(graph.ids[$0.member])" },
      after: latest.map { graph.ids[$0.member] }, use: use(of: thing), breakGlass: steps)
  }

  /// What waits for a thing first, in words.
  private func use(of thing: Int) -> String? {
    let users = graph.joined[thing].map { graph.requirements[$0] }.filter { requirement in
      guard requirement.required > 0, uses.contains(requirement.use), let own = wave[thing] else { return false }
      return wave[requirement.owner].map { $0 > own } ?? false
    }
    let first = users.min { (wave[$0.owner] ?? 0, $0.owner) < (wave[$1.owner] ?? 0, $1.owner) }
    return first.map { user in
      let owner = graph.ids[user.owner]
      return user.isGroup ? "\(owner) has it among its \(user.words)" : "\(owner) \(user.words) it"
    }
  }
}
