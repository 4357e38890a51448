extension Run {
  /// Waits for the signatures of others; until they are there, nothing passes.
  func approve(
    _ approval: Approval<PlannedText>, _ step: PlannedStep, _ scope: StepScope
  ) async throws -> StepEnd {
    let key = scope.key(of: step)
    dialogue.tell("Step '\(key)' needs the approval of \(approval.count) others.")
    try record(.gate(.init(step: key, passed: false)))
    return .flow(.leave(Task.isCancelled ? .interrupted : .stopped, step: key))
  }
}
