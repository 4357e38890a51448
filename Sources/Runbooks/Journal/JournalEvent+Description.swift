extension JournalEvent: CustomStringConvertible {
  /// The event as a sentence without a full stop.
  public var description: String {
    switch self {
    case .runStart(let start):
      "\(start.mode == .drill ? "drill" : "run") of \(start.runbook) begun by \(start.by), version \(start.by.version)"
    case .runResume(let resume): Self.describe(resume)
    case .lock(let lock):
      "\(lock.resource) \(lock.change.rawValue)"
        + (lock.waitedMilliseconds.map { " after a wait of \(Milliseconds.describe($0))" } ?? "")
    case .steady(let steady): Self.describe(steady)
    case .stepIntent(let intent): Self.describe(intent)
    case .stepSpawned(let spawned): "\(Self.name(spawned.step, spawned.part)): process \(spawned.process.pid)"
    case .stepCaptured(let captured):
      "\(captured.step): captured \(captured.values.keys.sorted().joined(separator: ", "))"
    case .stepOutcome(let ended): "\(Self.name(ended.step, ended.part)): \(ended.outcome.description)"
    case .stepAsserted(let asserted):
      "\(Self.name(asserted.step, asserted.part)): \(asserted.held ? "held" : "did not hold"), \(asserted.reason)"
    case .stepJoined(let joined):
      "\(joined.step): \(joined.succeeded.count) done, \(joined.failed.count) failed, \(joined.notRun.count) not begun"
    case .stepSettled(let settled):
      "\(Self.name(settled.step, settled.part)): \(settled.decision == .done ? "was done" : "was not done"), "
        + "says the \(settled.by.rawValue)"
    case .stepSkipped(let skipped): "\(skipped.step): skipped, because \(skipped.reason)"
    case .stepBranched(let branched):
      "\(branched.step): \(branched.choice)\(branched.next.map { ", on to \($0)" } ?? "")"
    case .stepJumped(let jumped): "\(jumped.step): on to \(jumped.next), because \(jumped.reason)"
    case .gate(let answer):
      "\(answer.step): \(answer.passed ? "passed" : "not passed")\(answer.comment.map { ", \($0)" } ?? "")"
    case .approvalAsked(let asked): "\(asked.step): \(asked.quorum) to approve until \(asked.expires)"
    case .approvalGiven(let given): "\(given.step): approved by \(given.by), \(given.comment)"
    case .undoBegin(let begin): "taking back \(begin.steps.joined(separator: ", ")), because of \(begin.cause.rawValue)"
    case .undoEnd(let end):
      end.left.isEmpty ? "all is taken back" : "not taken back: \(end.left.joined(separator: ", "))"
    case .note(let note): "\(note.step.map { "\($0): " } ?? "")\(note.text)"
    case .runEnd(let end): "\(end.result.rawValue)\(end.step.map { " at step '\($0)'" } ?? "")"
    }
  }

  /// The output that belongs to it, safe to be shown: control characters become `?`.
  public var output: String {
    guard case .stepOutcome(let ended) = self else { return "" }
    var shown = String.UnicodeScalarView()
    for scalar in ended.outcome.tail.unicodeScalars {
      shown.append(Name.isControl(scalar) && scalar != "\n" ? "?" : scalar)
    }
    return String(shown)
  }

  /// A process of a step: the step's key alone for its action.
  private static func name(_ step: String, _ part: StepPart) -> String {
    part == .action ? step : "\(step), \(part.words)"
  }

  private static func describe(_ resume: RunResume) -> String {
    "taken up again by \(resume.by)"
      + (resume.droppedBytes > 0 ? "; \(resume.droppedBytes) bytes of an unfinished line were cut off" : "")
      + (resume.drift.map { "; what has changed since was accepted: \($0.reason)" } ?? "")
  }

  private static func describe(_ intent: StepIntent) -> String {
    "\(name(intent.step, intent.part)): begins\(intent.host.map { " on \($0)" } ?? "")"
      + (intent.attempt > 1 ? ", attempt \(intent.attempt)" : "")
  }

  private static func describe(_ steady: SteadyState) -> String {
    steady.held
      ? "the steady state holds (\(steady.moment.rawValue))"
      : "the steady state does not hold (\(steady.moment.rawValue)): \(steady.deviations.joined(separator: ", "))"
  }
}
