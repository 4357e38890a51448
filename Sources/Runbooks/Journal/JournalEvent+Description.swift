extension JournalEvent: CustomStringConvertible {
  /// The event as a sentence without a full stop.
  public var description: String {
    switch self {
    case .runStart(let start): "run of \(start.runbook) begun by \(start.by), version \(start.by.version)"
    case .runResume(let resume):
      "taken up again by \(resume.by)"
        + (resume.droppedBytes > 0 ? "; \(resume.droppedBytes) bytes of an unfinished line were cut off" : "")
    case .stepIntent(let intent):
      "\(intent.step): begins\(intent.host.map { " on \($0)" } ?? "")"
        + (intent.attempt > 1 ? ", attempt \(intent.attempt)" : "")
    case .stepSpawned(let spawned): "\(spawned.step): process \(spawned.process.pid)"
    case .stepOutcome(let ended): "\(ended.step): \(ended.outcome.description)"
    case .stepCheck(let check): "\(check.step): check \(check.outcome.description)"
    case .stepSettled(let settled):
      "\(settled.step): \(settled.decision == .done ? "was done" : "was not done"), says the \(settled.by.rawValue)"
    case .stepSkipped(let skipped): "\(skipped.step): skipped, because \(skipped.reason)"
    case .gate(let answer): "\(answer.step): \(answer.passed ? "passed" : "not passed")"
    case .runEnd(let end): "\(end.result.rawValue)\(end.step.map { " at step '\($0)'" } ?? "")"
    }
  }

  /// The output that belongs to it, safe to be shown: control characters become `?`.
  public var output: String {
    switch self {
    case .stepOutcome(let ended): Self.harmless(ended.outcome.tail)
    case .stepCheck(let check): Self.harmless(check.outcome.tail)
    default: ""
    }
  }

  private static func harmless(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(Name.isControl(scalar) && scalar != "\n" ? "?" : scalar) }
    return String(shown)
  }
}
