import Diagnostics

/// A path through a runbook that was walked: where it led, and what was done and taken back on it.
public struct WalkedPath: Sendable {
  /// What it was walked under.
  public let scenario: Scenario
  /// How it ended.
  public let ends: RunResult
  /// The step at which it ended; nothing at the end of the runbook.
  public let endStep: String?
  /// The steps that were done, in their order, by their keys; those of a loop's items as `id[item]`.
  public let done: [String]
  /// The steps that were left out, in their order, by their keys.
  public let skipped: [String]
  /// The steps that were taken back, in the order in which that happened.
  public let undone: [String]
  /// The steps that did something and were not taken back, where something was.
  public let left: [String]
  /// What it came past.
  public let elements: Set<PathElement>

  /// The journal's events.
  let events: [JournalEvent]
  /// What the journal tells of the run.
  let state: RunState
  /// What must hold on every path and did not on this one.
  let problems: [String]

  init(_ scenario: Scenario, _ journal: JournalReading, verdict: JournalVerdict, plan: RunbookPlan) {
    self.scenario = scenario
    events = journal.records.map(\.event)
    state = RunState(journal.records)
    ends = state.end?.result ?? .interrupted
    endStep = state.end?.step
    var collector = PathCollector(plan)
    for event in events { collector.take(event) }
    done = collector.done
    skipped = collector.skipped
    undone = state.undoEnd?.undone ?? state.undoing?.steps.filter { [state] in state[$0] == .undone } ?? []
    left = state.undoEnd?.left ?? []
    elements = collector.elements
    problems = PathInvariants(plan).problems(in: journal.records, verdict)
  }

  /// Whether it has come to a step, which may have been left out then.
  func comes(to step: String) -> Bool {
    elements.contains { $0.step == step } || skipped.contains { StepKey($0).id == step }
  }
}

extension RunbookPlan {
  /// Walks one path: runs the runbook with outcomes that are made up, and carries nothing out.
  ///
  /// ```swift
  /// let path = try await plan.walk(when: [.fails("restore")], undoes: true)
  /// ```
  ///
  /// - Parameters:
  ///   - variations: What goes otherwise than on the straight path, where everything succeeds.
  ///   - inputs: The values of inputs; others are chosen.
  ///   - mode: Whether it is meant.
  ///   - undoes: Whether what was done is taken back after a failure, an interruption or a deviation.
  /// - Returns: Where the path led.
  /// - Throws: ``RunRefusal`` for a step or a capture that the runbook does not have, and where a run would be refused.
  public func walk(
    when variations: [Variation] = [], inputs: [String: String] = [:], mode: RunMode = .real, undoes: Bool = false
  ) async throws -> WalkedPath {
    for variation in variations { try variation.check(against: self) }
    let values = PathValues(self, given: inputs)
    var scenario = values.straightScenario(of: mode)
    scenario.variations += variations
    scenario.undoes = undoes
    return try await PathWalker(self, values: values.captures).walk(scenario)
  }
}

extension Variation {
  /// Refuses a variation of what a plan does not have.
  fileprivate func check(against plan: RunbookPlan) throws {
    switch self {
    case .ends(let key, _, _), .failsFor(let key, _), .refuses(let key), .expires(let key):
      let ids = plan.allSteps.map(\.id)
      let id = StepKey(key).id
      guard !ids.contains(id) else { return }
      let hint = NearMiss.suggestion(for: id, in: ids).map { "; \($0)" } ?? ""
      throw RunRefusal("the runbook has no step '\(id)'\(hint)")
    case .captures(let name, _):
      let names = plan.allSteps.flatMap(\.captures).map(\.name)
      guard !names.contains(name) else { return }
      let hint = NearMiss.suggestion(for: name, in: names).map { "; \($0)" } ?? ""
      throw RunRefusal("the runbook captures no '\(name)'\(hint)")
    case .deviates:
      guard plan.steadyState == nil else { return }
      throw RunRefusal("the runbook has no steady state")
    }
  }
}
