/// What has changed since a run was started: the runbook, the lab, or the tool.
struct RunDrift {
  /// What would be run today.
  let closure: RunClosure
  /// What differs, one phrase each.
  let differences: [String]

  /// Compares what was accepted last with what is there now; what is not at hand now counts as unchanged.
  ///
  /// - Parameters:
  ///   - accepted: The closure the run was started with, or the one a person last accepted.
  ///   - frozen: The plan the run was started with.
  ///   - options: What was built, and which tool this is.
  init(since accepted: RunClosure, frozen: RunbookPlan, _ options: RunOptions) {
    closure = RunClosure(
      plan: options.built.plan?.hash ?? accepted.plan, lab: options.built.lab ?? accepted.lab,
      tool: options.by.version)
    var differences: [String] = []
    if let built = options.built.plan, closure.plan != accepted.plan {
      differences.append("the runbook: \(Self.steps(that: built, hasUnlike: frozen))")
    }
    if closure.lab != accepted.lab, accepted.lab != nil { differences.append("the lab") }
    if closure.tool != accepted.tool { differences.append("the tool, from \(accepted.tool) to \(closure.tool)") }
    self.differences = differences
  }

  /// What is written down for a change that the person accepts.
  ///
  /// - Returns: Nothing where nothing has changed.
  /// - Throws: ``RunRefusal`` naming the changes, where they are not accepted.
  func accepted(by options: RunOptions) throws -> JournalEvent.RunResume.Drift? {
    guard !differences.isEmpty else { return nil }
    guard let reason = options.acceptedDrift else {
      throw RunRefusal(
        reasons: differences.map { "since the run was started something has changed: \($0)" }
          + ["--accept-drift REASON goes on with the plan it was started with"])
    }
    return JournalEvent.RunResume.Drift(closure: closure, reason: reason)
  }

  private static func steps(that built: RunbookPlan, hasUnlike frozen: RunbookPlan) -> String {
    let before = Dictionary(frozen.allSteps.map { ($0.id, $0) }) { first, _ in first }
    let after = Dictionary(built.allSteps.map { ($0.id, $0) }) { first, _ in first }
    let added = built.allSteps.map(\.id).filter { before[$0] == nil }
    let gone = frozen.allSteps.map(\.id).filter { after[$0] == nil }
    let other = built.allSteps.filter { step in before[step.id].map { $0 != step } ?? false }.map(\.id)
    let parts = [("new", added), ("gone", gone), ("other", other)].filter { !$0.1.isEmpty }
    return parts.isEmpty
      ? "what stands beside its steps" : parts.map { "\($0): \($1.joined(separator: ", "))" }.joined(separator: "; ")
  }
}
