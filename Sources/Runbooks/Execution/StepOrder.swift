/// Whether the jumps and branches of a plan lead on: to a step further down, in their own runbook or in one that calls it.
struct StepOrder {
  /// What is wrong, one phrase each.
  private(set) var problems: [String] = []

  private struct Place {
    var number: Int
    var phase: StepPhase
    /// The id of the step whose runbook it stands in; nothing for the plan's own.
    var caller: String?
    /// Whether it stands in a loop; jumps do not lead out of one.
    var loop: String?
  }

  private var places: [String: Place] = [:]

  /// Looks through a plan.
  init(_ plan: RunbookPlan) {
    collect(plan.steps, caller: nil, loop: nil, phase: nil)
    for step in plan.allSteps { check(step) }
  }

  private mutating func collect(_ steps: [PlannedStep], caller: String?, loop: String?, phase: StepPhase?) {
    for step in steps {
      let phase = phase ?? step.phase
      places[step.id] = Place(number: places.count, phase: phase, caller: caller, loop: loop)
      if loop != nil, step.loop != nil { problems.append("step '\(step.id)': a loop cannot stand in a loop") }
      guard case .runbook(let sub) = step.kind else { continue }
      collect(sub.steps, caller: step.id, loop: step.loop == nil ? loop : step.id, phase: phase)
    }
  }

  private mutating func check(_ step: PlannedStep) {
    var targets: [String] = []
    if case .branch(let branch) = step.kind { targets = branch.targets }
    if case .jump(let target) = step.onFailure { targets.append(target) }
    for target in targets where !canReach(target, from: step.id) {
      problems.append("step '\(step.id)' cannot go on at '\(target)': it is no step further down that it leads to")
    }
  }

  /// Whether a run can go on at a step after another one.
  func canReach(_ target: String, from step: String) -> Bool {
    guard let to = places[target], let start = places[step], to.number > start.number, to.phase == start.phase,
      to.loop == start.loop
    else { return false }
    var callers: Set<String?> = [start.caller]
    var next = start.caller
    while let caller = next {
      next = places[caller]?.caller
      callers.insert(next)
    }
    return callers.contains(to.caller)
  }
}
