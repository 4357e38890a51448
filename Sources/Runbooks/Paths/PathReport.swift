/// What walking a runbook's paths has shown.
public struct PathReport: Sendable {
  /// A path in short.
  public struct Path: Sendable, Hashable {
    /// What it was walked under.
    public var scenario: Scenario
    /// How it ended.
    public var ends: RunResult
    /// The step at which it ended; nothing at the end of the runbook.
    public var step: String?
  }

  /// The most paths that are walked unless another number is given.
  public static let usualLimit = 10_000

  /// The runbook's id.
  public let runbook: String
  /// The runbook's file.
  public let source: String
  /// The paths, in the order in which they were walked.
  public private(set) var paths: [Path] = []
  /// What is wrong.
  public private(set) var findings: [PathFinding] = []
  /// Everything that a path can come past, in the order of the steps.
  public let all: [PathElement]
  /// What paths have come past.
  public private(set) var elements: Set<PathElement> = []
  /// The steps that do something, have no undo, and were left by the undo of others; in the order of the steps.
  public private(set) var leftBehind: [String] = []
  /// Whether all paths were walked, and not only as many as were allowed.
  public internal(set) var isWhole = false

  private let steps: [String: PlannedStep]
  private let positions: [String: Int]
  private let cleanUp: [PlannedStep]

  init(_ plan: RunbookPlan) {
    runbook = plan.id
    source = plan.source
    all = plan.pathElements
    steps = Dictionary(plan.allSteps.map { ($0.id, $0) }) { first, _ in first }
    positions = Dictionary(plan.allSteps.enumerated().map { ($1.id, $0) }) { first, _ in first }
    cleanUp = plan.steps.filter { $0.phase == .cleanUp }
  }

  /// Walks the paths of a runbook; nothing is carried out, and no file is written.
  ///
  /// - Parameters:
  ///   - plan: The runbook's plan.
  ///   - inputs: The values of inputs that are not to be chosen.
  ///   - limit: The most paths that are walked.
  /// - Returns: What was found.
  public static func walking(
    _ plan: RunbookPlan, inputs: [String: String] = [:], limit: Int = usualLimit
  ) async -> PathReport {
    var explorer = PathExplorer(plan, inputs: inputs, limit: limit)
    return await explorer.explore().concluded
  }

  /// What no path came past, in the order of the steps; answers of conditions among it.
  public var missed: [PathElement] { all.filter { !elements.contains($0) } }

  /// How many of the things that count were come past, and how many there are.
  public var counts: (reached: Int, all: Int) {
    let counted = all.filter(\.counts)
    return (counted.filter(elements.contains).count, counted.count)
  }

  /// The coverage in percent, rounded down; 100 for a runbook without a step.
  public var coverage: Int {
    let (reached, all) = counts
    return all == 0 ? 100 : reached * 100 / all
  }

  /// How many paths ended in each way, those that occur, in a fixed order.
  public var ends: [(result: RunResult, count: Int)] {
    let order: [RunResult] = [
      .completed, .failed, .undone, .deviated, .stopped, .interrupted, .cleanUpIncomplete,
    ]
    return order.compactMap { result in
      let count = paths.filter { $0.ends == result }.count
      return count == 0 ? nil : (result, count)
    }
  }

  mutating func add(_ finding: PathFinding) {
    let isThere = findings.contains { $0.kind == finding.kind && $0.message == finding.message }
    if !isThere { findings.append(finding) }
  }

  mutating func take(_ path: WalkedPath) {
    paths.append(.init(scenario: path.scenario, ends: path.ends, step: path.endStep))
    elements.formUnion(path.elements)
    for id in path.left.map({ StepKey($0).id }) where steps[id]?.undo == nil && !leftBehind.contains(id) {
      leftBehind.append(id)
    }
    for problem in path.problems { add(.init(.broken, problem, path: path)) }
    for key in path.leftThoughUndoable(steps) {
      add(
        .init(
          .leftAfterUndo, "'\(StepKey(key).id)' says how it is taken back, and is left after an undo",
          step: steps[StepKey(key).id], path: path))
    }
    for step in cleanUp where !path.scenario.varies(step.id) {
      guard let reason = path.reasonAgainst(cleanUp: step.id) else { continue }
      add(.init(.cleanUpMissed, "the clean-up '\(step.id)' was not done: \(reason)", step: step, path: path))
    }
  }

  /// With what only all paths together can show; the findings in the order of the steps.
  private var concluded: PathReport {
    var report = self
    guard !findings.contains(where: { $0.kind == .noValue }) else { return report }
    for case .step(let id) in missed where isWhole {
      report.add(.init(.neverReached, "no path carries out the step '\(id)'", step: steps[id]))
    }
    report.leftBehind.sort { (positions[$0] ?? 0) < (positions[$1] ?? 0) }
    let place: (PathFinding) -> Int = { finding in finding.step.flatMap { positions[$0] } ?? Int.max }
    report.findings = report.findings.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
    return report
  }
}

extension WalkedPath {
  /// What an undo has left although it says how it is taken back, and nothing was made to go wrong in taking it back.
  fileprivate func leftThoughUndoable(_ steps: [String: PlannedStep]) -> [String] {
    let fails = scenario.variations.contains { variation in
      if case .ends(_, let part, _) = variation { part == .undo || part == .undoCheck } else { false }
    }
    guard scenario.undoes, !fails else { return [] }
    if let undoing = state.undoing { return undoing.steps.filter { state[$0] != .undone }.prefix(1).map { $0 } }
    return left.filter { steps[StepKey($0).id]?.undo != nil }
  }

  /// Why a step of the clean-up was not done; nothing where it was, was left out, or had no turn.
  fileprivate func reasonAgainst(cleanUp step: String) -> String? {
    switch state[step] {
    case .notMet(let reason): reason
    case .failed(let outcome): outcome.description
    case .unknown: "it is not known whether it was done"
    case .pending, .done, .skipped, .undone: nil
    }
  }
}
