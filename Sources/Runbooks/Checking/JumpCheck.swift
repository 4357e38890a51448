import Diagnostics

/// Holds every jump against the steps there are.
struct JumpCheck {
  private let runbook: Runbook
  private let positions: [String: Int]

  init(_ runbook: Runbook) {
    self.runbook = runbook
    positions = Dictionary(
      runbook.steps.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  func check(reporting log: inout DiagnosticLog) {
    for (position, step) in runbook.steps.enumerated() {
      for target in step.jumps {
        guard let problem = problem(from: step, at: position, to: target) else { continue }
        log.add(
          RunbookRules.jump.diagnostic(
            at: runbook.place(step.line), problem,
            solutions: positions[target] == nil
              ? NearMiss.suggestion(for: target, in: runbook.steps.dropFirst(position + 1).map(\.id)).map { [$0] } ?? []
              : []))
      }
    }
  }

  private func problem(from step: Step<Template>, at position: Int, to target: String) -> String? {
    guard let other = positions[target] else {
      return target.contains("/")
        ? "'\(target)' is a step of another runbook, which '\(step.id)' cannot jump to"
        : "'\(target)', which '\(step.id)' jumps to, is no step"
    }
    let to = runbook.steps[other]
    if to.phase != step.phase {
      return to.phase == .cleanUp
        ? "'\(target)', which '\(step.id)' jumps to, belongs to the clean-up"
        : "'\(target)', which '\(step.id)' jumps to, is over when the clean-up begins"
    }
    if other == position { return "'\(step.id)' jumps to itself" }
    return other < position ? "'\(target)', which '\(step.id)' jumps to, stands before it" : nil
  }
}

extension Step {
  /// The steps it may go on at beside the next one.
  var jumps: [String] {
    var targets: [String] = []
    if case .branch(let branch) = kind { targets = branch.targets }
    if case .jump(let target) = onFailure { targets.append(target) }
    return targets
  }
}
