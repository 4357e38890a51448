/// How long a run took, and whose time that was, in milliseconds.
public struct RunTimes: Sendable, Hashable {
  /// From the first line of the journal to the last.
  public var total = 0
  /// While the run waited for a person's answer.
  public var human = 0
  /// While nobody was at it: between an end, or a crash, and the next resume.
  public var laidAside = 0

  /// While machines worked: the rest.
  public var machine: Int { max(0, total - human - laidAside) }

  /// Adds up a journal's lines.
  init(_ records: some Sequence<JournalRecord>) {
    var first: Int?
    var last: Int?
    for record in records {
      let now = JournalTime.milliseconds(record.time) ?? last ?? 0
      if case .runResume = record.event, let last { laidAside += max(0, now - last) }
      human += record.event.waitedMilliseconds ?? 0
      first = first ?? now
      last = max(last ?? now, now)
    }
    if let first, let last { total = last - first }
  }
}

extension JournalEvent {
  /// How long a person took before this, in milliseconds; nothing where nobody was asked.
  var waitedMilliseconds: Int? {
    switch self {
    case .stepIntent(let event): event.waitedMilliseconds
    case .stepSettled(let event): event.waitedMilliseconds
    case .stepSkipped(let event): event.waitedMilliseconds
    case .stepJumped(let event): event.waitedMilliseconds
    case .gate(let event): event.waitedMilliseconds
    // Waiting for a resource is not waiting for a person.
    case .lock, .runStart, .runResume, .steady, .stepSpawned, .stepCaptured, .stepOutcome, .stepAsserted, .stepJoined,
      .stepBranched, .approvalAsked, .approvalGiven, .undoBegin, .undoEnd, .note, .runEnd:
      nil
    }
  }
}
