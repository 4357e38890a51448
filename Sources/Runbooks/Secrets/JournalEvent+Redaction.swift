extension JournalEvent {
  /// The event without secrets in anything that a person, a program or the lab has put into it.
  func redacted(by redactor: Redactor) -> JournalEvent {
    let clean = redactor.redact
    switch self {
    case .runStart(var start):
      start.inputs = start.inputs.mapValues(clean)
      return .runStart(start)
    case .runResume(var resume):
      if let drift = resume.drift { resume.drift?.reason = clean(drift.reason) }
      return .runResume(resume)
    case .stepIntent(var intent):
      intent.step = clean(intent.step)
      intent.command = clean(intent.command)
      intent.host = intent.host.map(clean)
      return .stepIntent(intent)
    case .stepSpawned(var spawned):
      spawned.step = clean(spawned.step)
      return .stepSpawned(spawned)
    case .stepCaptured(var captured):
      captured.step = clean(captured.step)
      captured.values = captured.values.mapValues(clean)
      return .stepCaptured(captured)
    case .stepOutcome(var ended):
      ended.step = clean(ended.step)
      ended.outcome.problem = ended.outcome.problem.map(clean)
      ended.outcome.tail = clean(ended.outcome.tail)
      return .stepOutcome(ended)
    case .stepAsserted(var asserted):
      asserted.step = clean(asserted.step)
      asserted.reason = clean(asserted.reason)
      return .stepAsserted(asserted)
    case .stepJoined(var joined):
      joined.succeeded = joined.succeeded.map(clean)
      joined.failed = joined.failed.map(clean)
      joined.notRun = joined.notRun.map(clean)
      return .stepJoined(joined)
    case .stepSettled, .stepSkipped, .stepBranched, .stepJumped, .gate, .approvalAsked, .approvalGiven:
      return decisionRedacted(by: redactor)
    case .undoBegin(var begin):
      begin.steps = begin.steps.map(clean)
      return .undoBegin(begin)
    case .undoEnd(var end):
      end.undone = end.undone.map(clean)
      end.left = end.left.map(clean)
      return .undoEnd(end)
    case .note(var note):
      note.text = clean(note.text)
      return .note(note)
    case .runEnd(var end):
      end.step = end.step.map(clean)
      return .runEnd(end)
    case .lock, .steady: return self
    }
  }

  private func decisionRedacted(by redactor: Redactor) -> JournalEvent {
    let clean = redactor.redact
    switch self {
    case .stepSettled(var settled):
      settled.step = clean(settled.step)
      return .stepSettled(settled)
    case .stepSkipped(var skipped):
      skipped.step = clean(skipped.step)
      skipped.reason = clean(skipped.reason)
      return .stepSkipped(skipped)
    case .stepBranched(var branched):
      branched.choice = clean(branched.choice)
      return .stepBranched(branched)
    case .stepJumped(var jumped):
      jumped.step = clean(jumped.step)
      jumped.reason = clean(jumped.reason)
      return .stepJumped(jumped)
    case .gate(var answer):
      answer.comment = answer.comment.map(clean)
      return .gate(answer)
    case .approvalGiven(var given):
      given.comment = clean(given.comment)
      return .approvalGiven(given)
    default: return self
    }
  }
}
