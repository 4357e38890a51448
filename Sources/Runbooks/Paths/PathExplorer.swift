/// Walks the paths of a runbook: the straight ones first, and then, from the first path that comes to something, every
/// other way that this can go.
///
/// So a path differs from a straight one by one thing, and by as many more as it takes to come there: the failure that
/// leads to a recovery, the value that a branch asks for. The number of paths grows with the number of steps, not with
/// that of their combinations.
struct PathExplorer {
  /// How many paths are walked at a time.
  private static let batch = 32
  /// From how many paths values for one answer are looked for.
  private static let mostAttempts = 8

  private let plan: RunbookPlan
  private let values: PathValues
  private let walker: PathWalker
  private let limit: Int

  private var queue: [Errand] = []
  private var next = 0
  private var known: Set<Scenario> = []
  /// From how many paths values were looked for, by the place of the condition.
  private var attempts: [Int: Int] = [:]
  private var expander: PathExpander
  private var report: PathReport

  /// A path that is to be walked.
  private struct Errand {
    var scenario: Scenario
    /// What it is walked for; not walked where another path has come there meanwhile.
    var goal: PathElement?
  }

  /// Prepares to walk.
  ///
  /// - Parameters:
  ///   - plan: The runbook's plan.
  ///   - inputs: The values of inputs that are not to be chosen.
  ///   - limit: The most paths that are walked.
  init(_ plan: RunbookPlan, inputs: [String: String], limit: Int) {
    self.plan = plan
    self.limit = limit
    values = PathValues(plan, given: inputs)
    walker = PathWalker(plan, values: values.captures)
    expander = PathExpander(plan)
    report = PathReport(plan)
  }

  /// Walks all paths, or as many as may be.
  ///
  /// - Returns: What was found.
  mutating func explore() async -> PathReport {
    for input in values.missing {
      report.add(.init(.noValue, "no value was found for the input '\(input)'; give one with --input"))
    }
    guard report.findings.isEmpty else { return report }
    for mode in RunMode.allCases {
      for scenario in values.straightScenarios(of: mode) { add(Errand(scenario: scenario)) }
    }
    while next < queue.count, report.paths.count < limit {
      for (errand, walked) in await walkNext() { take(walked, errand) }
    }
    report.isWhole = next >= queue.count
    return report
  }

  private mutating func add(_ errand: Errand) {
    if known.insert(errand.scenario).inserted { queue.append(errand) }
  }

  /// Walks the next paths side by side.
  private mutating func walkNext() async -> [(Errand, Result<WalkedPath, any Error>)] {
    var errands: [Errand] = []
    while next < queue.count, errands.count < min(Self.batch, limit - report.paths.count) {
      let errand = queue[next]
      next += 1
      if let goal = errand.goal, report.elements.contains(goal) { continue }
      errands.append(errand)
    }
    let walker = walker
    return await withTaskGroup(of: (Int, Result<WalkedPath, any Error>).self) { group in
      for (index, errand) in errands.enumerated() {
        group.addTask {
          do { return (index, .success(try await walker.walk(errand.scenario))) } catch {
            return (index, .failure(error))
          }
        }
      }
      var walked: [(Int, Result<WalkedPath, any Error>)] = []
      for await one in group { walked.append(one) }
      return walked.sorted { $0.0 < $1.0 }.map { (errands[$0.0], $0.1) }
    }
  }

  private mutating func take(_ walked: Result<WalkedPath, any Error>, _ errand: Errand) {
    switch walked {
    case .failure(let error):
      report.add(.init(.refused, "'\(errand.scenario)' cannot be walked: \(error)"))
    case .success(let path):
      report.take(path)
      for scenario in expander.follow(path) { add(Errand(scenario: scenario)) }
      seekAnswers(from: path)
    }
  }

  /// Looks for values that give the answers that no path has given so far.
  private mutating func seekAnswers(from path: WalkedPath) {
    for (index, site) in values.sites.enumerated() where !report.elements.contains(site.element) {
      guard attempts[index, default: 0] < Self.mostAttempts, path.comes(to: site.element.step) else { continue }
      attempts[index, default: 0] += 1
      for scenario in values.scenarios(for: site, from: path.scenario) {
        add(Errand(scenario: scenario, goal: site.element))
      }
    }
  }
}
