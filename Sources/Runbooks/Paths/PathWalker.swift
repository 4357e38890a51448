/// Walks paths through a runbook: runs it with outcomes that are made up, and carries nothing out.
struct PathWalker: Sendable {
  /// What is walked: the runbook's plan, its loops one item at a time, so that every walk is the same.
  let plan: RunbookPlan
  /// The values of captures on the straight path, by their names.
  let values: [String: String]
  private let steps: [String: PlannedStep]
  private let hash: String

  init(_ plan: RunbookPlan, values: [String: String]) {
    var plan = plan
    hash = plan.hash
    plan.steps = plan.steps.map(\.oneItemAtATime)
    self.plan = plan
    self.values = values
    steps = Dictionary(plan.allSteps.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Walks a path.
  ///
  /// - Parameter scenario: What it is walked under.
  /// - Returns: Where it led.
  /// - Throws: ``RunRefusal`` where a run would be refused.
  func walk(_ scenario: Scenario) async throws -> WalkedPath {
    _ = try RunPreparation.prepare(plan, inputs: scenario.inputs)
    let time = ScriptedClock()
    let made = values.merging(scenario.captures) { $1 }
    let runner = ScriptedRunner(scenario, steps: steps, values: made, time: time)
    let terminal = ScriptedTerminal(scenario, runner: runner)
    var options = RunOptions(
      by: RunOperator(user: "test", machine: "test", pid: 0, version: ""), clock: time.clock, environment: [:])
    options.mode = scenario.mode
    options.assumesYes = true
    options.undoesOnFailure = scenario.undoes
    options.runner = runner
    options.pauseBetweenLooks = { _ in await runner.pauseBetweenLooks() }
    options.approvals = { terminal.approvals(of: $0) }
    let memory = MemoryJournal()
    let journal = JournalWriter(keeping: "test", in: memory, clock: time.clock)
    let start = JournalEvent.RunStart(
      runbook: plan.id, closure: RunClosure(plan: hash, tool: ""), mode: scenario.mode, inputs: scenario.inputs,
      by: options.by)
    try journal.append(.runStart(start))
    var state = RunState([])
    state.take(.runStart(start))
    let run = Run(
      RunOpening(
        id: "test", plan: plan, start: start, folder: RunFolder(""), terminal: terminal, options: options, secrets: [:],
        redactor: Redactor([:]), journal: journal, locks: nil, state: state))
    _ = try await run.go()
    let reading = JournalReading(memory.bytes)
    let anchor = RunIndex.Anchor(records: journal.count, head: journal.head)
    return WalkedPath(scenario, reading, verdict: JournalVerdict(reading, anchor: anchor), plan: plan)
  }
}

extension PlannedStep {
  /// The same step, whose loop takes one item after the other.
  fileprivate var oneItemAtATime: PlannedStep {
    var step = self
    step.loop?.concurrency = 1
    if case .runbook(var sub) = step.kind {
      sub.steps = sub.steps.map(\.oneItemAtATime)
      step.kind = .runbook(sub)
    }
    return step
  }
}
