/// Tells what else could happen where a path has come to something for the first time.
struct PathExpander {
  private struct Part: Hashable {
    var step: String
    var part: StepPart
  }

  private let plan: RunbookPlan
  private let steps: [String: PlannedStep]
  private var seenParts: Set<Part> = []
  private var seenGates: Set<String> = []
  private var seenLoops: Set<String> = []
  private var seenEnds: Set<[String]> = []
  private var seenLooks = false

  init(_ plan: RunbookPlan) {
    self.plan = plan
    steps = Dictionary(plan.allSteps.map { ($0.id, $0) }) { first, _ in first }
  }

  /// What is to be walked after a path.
  mutating func follow(_ path: WalkedPath) -> [Scenario] {
    var variations: [Variation] = []
    for event in path.events {
      switch event {
      case .stepIntent(let intent): variations += outcomes(of: intent)
      case .gate(let answer): variations += refusals(of: answer.step)
      case .approvalAsked(let asked): variations += refusals(of: asked.step, expires: true)
      case .stepJoined(let joined): variations += failures(of: joined, on: path)
      default: break
      }
    }
    variations += looks(on: path)
    return variations.map { path.scenario.with($0) } + undoes(of: path)
  }

  /// How a part of a step can end otherwise.
  private mutating func outcomes(of intent: JournalEvent.StepIntent) -> [Variation] {
    guard intent.part != .steady, intent.part != .shell,
      seenParts.insert(Part(step: StepKey(intent.step).id, part: intent.part)).inserted,
      let step = steps[StepKey(intent.step).id]
    else { return [] }
    let outcomes: [Variation.Outcome]
    switch intent.part {
    case .action:
      let again: [Variation.Outcome] = step.retry.attempts > 1 || isWait(step) ? [.failsOnce] : []
      let forGood: [Variation.Outcome] = step.retry.onExitCodes.isEmpty ? [] : [.failsForGood]
      outcomes = [.fails] + again + forGood + (isWait(step) ? [] : [.timesOut]) + [.isInterrupted]
    case .skipIf: outcomes = [.succeeds, .cannotLook]
    case .onlyIf, .require: outcomes = [.fails, .cannotLook]
    case .precondition, .check, .undo, .undoCheck: outcomes = [.fails]
    case .steady, .shell: outcomes = []
    }
    return outcomes.map { .ends(intent.step, intent.part, $0) }
  }

  private func isWait(_ step: PlannedStep) -> Bool { if case .wait = step.kind { true } else { false } }

  private mutating func refusals(of key: String, expires: Bool = false) -> [Variation] {
    guard seenGates.insert(StepKey(key).id).inserted else { return [] }
    return [.refuses(key)] + (expires ? [.expires(key)] : [])
  }

  /// As many items as a loop bears fail, and one more.
  private mutating func failures(of joined: JournalEvent.StepJoined, on path: WalkedPath) -> [Variation] {
    guard let loop = steps[joined.step]?.loop, joined.held, seenLoops.insert(joined.step).inserted else { return [] }
    let items = joined.succeeded
    guard let most = (0...items.count).last(where: { !loop.errors.isExceeded(by: $0, of: items.count) }), most > 0
    else { return [] }
    return [.failsFor(joined.step, items: most)] + (most < items.count ? [.failsFor(joined.step, items: most + 1)] : [])
  }

  /// The moments at which the steady state may not hold.
  private mutating func looks(on path: WalkedPath) -> [Variation] {
    guard let steady = plan.steadyState else { return [] }
    if path.ends == .completed, !seenLooks {
      seenLooks = true
      return [.deviates(.before), .deviates(.after)] + (steady.everyMilliseconds == nil ? [] : [.deviates(.during)])
    }
    guard path.ends == .undone, seenEnds.insert(["undone"]).inserted else { return [] }
    return [.deviates(.afterUndo)]
  }

  /// The same path with all of it taken back, where another path has not done so from the same place.
  private mutating func undoes(of path: WalkedPath) -> [Scenario] {
    guard !path.scenario.undoes, [.failed, .interrupted, .deviated].contains(path.ends) else { return [] }
    let keys = path.done + path.unknown
    guard keys.contains(where: { steps[StepKey($0).id]?.undo != nil }),
      seenEnds.insert([path.ends.rawValue] + keys).inserted
    else { return [] }
    var scenario = path.scenario
    scenario.undoes = true
    return [scenario]
  }
}

extension WalkedPath {
  /// The steps of which it is not known whether they were done.
  fileprivate var unknown: [String] {
    state.steps.filter { if case .unknown = $0.value { true } else { false } }.map(\.key).sorted()
  }
}
