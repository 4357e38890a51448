extension Step {
  /// The step at the next stage.
  ///
  /// Steps of a sub-runbook are taken along, nested no deeper than they stand here.
  func filled<Filler: TextFiller>(with filler: inout Filler) -> Step<Filler.To> where Filler.From == Text {
    var step = Step<Filler.To>(id: id, title: filler.prose(title), kind: kind.filled(with: &filler), line: line)
    step.note = note
    step.guards = guards.map { $0.filled(with: &filler) }
    step.precondition = precondition?.filled(with: &filler)
    step.check = check?.filled(with: &filler)
    step.undo = undo?.filled(with: &filler)
    step.undoCheck = undoCheck?.filled(with: &filler)
    step.retry = retry
    step.timeoutMilliseconds = timeoutMilliseconds
    step.onFailure = onFailure
    step.isCritical = isCritical
    step.isEnd = isEnd
    step.isIdempotent = isIdempotent
    step.onlyIn = onlyIn
    step.phase = phase
    step.loop = loop.map { loop in
      Loop(
        over: loop.items.flatMap { filler.words($0) }, concurrency: loop.concurrency, errors: loop.errors,
        hasCanary: loop.hasCanary)
    }
    step.parallel = parallel
    step.captures = captures
    step.locks = locks
    return step
  }
}

extension StepKind {
  func filled<Filler: TextFiller>(with filler: inout Filler) -> StepKind<Filler.To> where Filler.From == Text {
    switch self {
    case .work(let work): return .work(work.filled(with: &filler))
    case .wait(let wait):
      return .wait(
        Wait(
          work: wait.work.filled(with: &filler), everyMilliseconds: wait.everyMilliseconds,
          withinMilliseconds: wait.withinMilliseconds))
    case .assert(let assertion):
      return .assert(
        Assertion(
          assertion.conditions.map { $0.filled(with: &filler) }, message: assertion.message.map { filler.prose($0) }))
    case .manual(let text): return .manual(filler.prose(text))
    case .confirm(let text): return .confirm(filler.prose(text))
    case .approval(let approval):
      return .approval(
        Approval(
          filler.prose(approval.text), from: approval.from, count: approval.count,
          validMilliseconds: approval.validMilliseconds))
    case .note(let text): return .note(filler.prose(text))
    case .branch(let branch):
      return .branch(
        Branch(
          branch.choices.map { .init(when: $0.condition.filled(with: &filler), goTo: $0.target) },
          otherwise: branch.otherwise))
    case .runbook(let sub):
      var inputs: [String: Filler.To] = [:]
      for (name, text) in sub.inputs.sorted(by: { $0.key < $1.key }) { inputs[name] = filler.value(text) }
      return .runbook(
        SubRunbook(filler.value(sub.id), inputs: inputs, steps: sub.steps.map { $0.filled(with: &filler) }))
    }
  }
}

extension StepGuard {
  func filled<Filler: TextFiller>(with filler: inout Filler) -> StepGuard<Filler.To> where Filler.From == Text {
    let test: StepGuard<Filler.To>.Test =
      switch self.test {
      case .condition(let condition): .condition(condition.filled(with: &filler))
      case .work(let work): .work(work.filled(with: &filler))
      }
    return StepGuard<Filler.To>(decision, test, message: message.map { filler.prose($0) })
  }
}

extension Condition {
  func filled<Filler: TextFiller>(with filler: inout Filler) -> Condition<Filler.To> where Filler.From == Text {
    switch self {
    case .compare(let value, let comparison):
      return .compare(filler.value(value), comparison.filled(with: &filler))
    case .mode(let mode): return .mode(mode)
    case .all(let all): return .all(all.map { $0.filled(with: &filler) })
    case .any(let any): return .any(any.map { $0.filled(with: &filler) })
    case .not(let condition): return .not(condition.filled(with: &filler))
    }
  }
}

extension Comparison {
  func filled<Filler: TextFiller>(with filler: inout Filler) -> Comparison<Filler.To> where Filler.From == Text {
    // A list may stand where one of several is asked for.
    let filled = values.flatMap { self.operator == .in ? filler.words($0) : [filler.value($0)] }
    return Comparison<Filler.To>(self.operator, filled)
  }
}
