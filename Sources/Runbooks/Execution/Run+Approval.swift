extension Run {
  /// Waits for the signatures of others; until they are there, nothing passes.
  ///
  /// Nobody at the terminal: it is looked once, and the run stops; it can be taken up again when they are there.
  func approve(
    _ approval: Approval<PlannedText>, _ step: PlannedStep, _ scope: StepScope
  ) async throws -> StepEnd {
    let key = scope.key(of: step)
    let gate: ApprovalGate
    do { gate = try openGate(approval, key, scope) } catch let refusal as RunRefusal {
      dialogue.tell("\(refusal)")
      return try refuse(key, waited: nil)
    }
    dialogue.tell("Step '\(key)' needs the approval of \(gate.request.quorum) others, until \(gate.request.expires).")
    dialogue.tell("The request: \(gate.path)")
    while true {
      let count = await count(of: gate)
      for refusal in count.refused { dialogue.tell("Does not count: \(refusal)") }
      if count.isEnough {
        for given in count.given { try record(.approvalGiven(given)) }
        try record(.gate(.init(step: key, passed: true)))
        return .done
      }
      dialogue.tell(count.isExpired ? "Its time is over." : "Approved by \(count.given.count) so far.")
      let (looksAgain, waited) = await asking { dialogue in
        await dialogue.choose(
          RunDialogue.Question.approval, [.init(key: "", value: true), .init(key: "q", value: false)])
      }
      if looksAgain != true || count.isExpired { return try refuse(key, waited: waited) }
    }
  }

  private func count(of gate: ApprovalGate) async -> ApprovalGate.Count {
    if let approvals = options.approvals { return approvals(gate.request) }
    return await gate.count(at: options.clock.now())
  }

  private func refuse(_ key: String, waited: Int?) throws -> StepEnd {
    try record(.gate(.init(step: key, passed: false, waitedMilliseconds: waited)))
    return .flow(.leave(Task.isCancelled ? .interrupted : .stopped, step: key))
  }

  /// The request that stands from before, or a new one.
  private func openGate(_ approval: Approval<PlannedText>, _ key: String, _ scope: StepScope) throws -> ApprovalGate {
    if let asked = state.asked[key],
      let gate = try? ApprovalGate(
        asked: asked, run: id, in: folder, allowedSigners: options.allowedSigners, environment: options.environment),
      !gate.request.isExpired(at: options.clock.now())
    {
      return gate
    }
    guard let start = state.start else { throw RunRefusal("the run '\(id)' has no beginning") }
    let text = try? fill(item: scope.item, missing: .standsOpen) { $0.prose(approval.text) }
    let request = ApprovalRequest(
      Approval<String>(
        text ?? "", from: approval.from, count: approval.count, validMilliseconds: approval.validMilliseconds),
      step: key, run: id, start: start, journal: journal, redactor: redactor, now: options.clock.now())
    let gate = ApprovalGate(
      request, in: folder, allowedSigners: options.allowedSigners, environment: options.environment)
    if options.approvals == nil { try gate.publish() }
    try record(request.event)
    return gate
  }
}
