extension Run {
  /// A step's guards that are looked at before a person is asked, and those that come after.
  func guards(
    of step: PlannedStep
  ) -> (before: ArraySlice<StepGuard<PlannedText>>, after: ArraySlice<StepGuard<PlannedText>>) {
    guard step.work != nil else { return (step.guards[...], []) }
    let first = step.guards.firstIndex { $0.work != nil } ?? step.guards.endIndex
    return (step.guards[..<first], step.guards[first...])
  }

  /// Looks at guards in order, until one decides.
  ///
  /// - Returns: Where the run goes when the step is not carried out; nothing when it is.
  func look(
    at guards: ArraySlice<StepGuard<PlannedText>>, of step: PlannedStep, _ scope: StepScope
  ) async throws -> Flow? {
    let key = scope.key(of: step)
    for test in guards {
      let verdict: (holds: Bool, reason: String)
      switch try await look(at: test, key, scope) {
      case .held(let reason): verdict = (true, reason)
      case .notHeld(let reason): verdict = (false, reason)
      case .interrupted: return .leave(.interrupted, step: key)
      case .impossible(let reason):
        try record(.stepAsserted(.init(step: key, part: .require, held: false, reason: reason)))
        dialogue.tell("\(reason).")
        return try await afterRefusal(step, scope)
      }
      let message = test.message.flatMap { text in
        try? fill(item: scope.item, missing: .standsOpen) { $0.prose(text) }
      }
      switch (test.decision, verdict.holds) {
      case (.skipIf, true), (.onlyIf, false):
        let reason = redactor.redact(message ?? verdict.reason)
        let cause: JournalEvent.StepSkipped.Cause = test.decision == .skipIf ? .skipIf : .onlyIf
        try record(.stepSkipped(.init(step: key, by: cause, reason: reason)))
        dialogue.tell("Left out: \(reason)")
        return .goOn
      case (.require, false):
        dialogue.tell("Required: \(message ?? verdict.reason)")
        return try await afterRefusal(step, scope)
      case (.skipIf, false), (.onlyIf, true), (.require, true): break
      }
    }
    return nil
  }

  private enum Look {
    case held(String)
    case notHeld(String)
    case interrupted
    case impossible(String)
  }

  private func look(
    at test: StepGuard<PlannedText>, _ key: String, _ scope: StepScope
  ) async throws -> Look {
    let part = test.decision.part
    switch test.test {
    case .condition(let planned):
      do {
        let judgement = try judge(planned, scope)
        try record(.stepAsserted(.init(step: key, part: part, held: judgement.holds, reason: judgement.reason)))
        return judgement.holds ? .held(judgement.reason) : .notHeld(judgement.reason)
      } catch let unfilled as Unfilled {
        return .impossible(unfilled.reason)
      }
    case .work(let planned):
      let work: Work<String>
      do {
        work = try fill(item: scope.item) { planned.filled(with: &$0) }
      } catch {
        return .impossible(error.reason)
      }
      var process = StepProcess(work, part, of: key)
      process.deadline = scope.deadline
      let outcome = try await carryOut(process, scope)
      if outcome.result == .interrupted { return .interrupted }
      let reason = "\(part.words): \(outcome.description)"
      if outcome.result == .succeeded { return .held(reason) }
      guard work.decides(outcome) else { return .impossible("\(reason), so it could not look") }
      return .notHeld(reason)
    }
  }

  /// Tells whether a condition holds; what nobody has captured counts as the empty text.
  func judge(_ condition: Condition<PlannedText>, _ scope: StepScope) throws(Unfilled) -> Judgement {
    let filled = try fill(item: scope.item, missing: .isEmpty) { condition.filled(with: &$0) }
    do {
      var judgement = try filled.judge(in: mode)
      judgement.reason = redactor.redact(judgement.reason)
      return judgement
    } catch {
      throw Unfilled(reason: redactor.redact(error.reason))
    }
  }

  /// What follows when a guard has failed the step.
  private func afterRefusal(_ step: PlannedStep, _ scope: StepScope) async throws -> Flow {
    switch try await conclude(step, scope) {
    case .flow(let flow): return flow
    case .run: return try await take(step, scope)
    }
  }
}

extension GuardDecision {
  /// The part of the step that the journal names.
  var part: StepPart {
    switch self {
    case .skipIf: .skipIf
    case .onlyIf: .onlyIf
    case .require: .require
    }
  }
}
