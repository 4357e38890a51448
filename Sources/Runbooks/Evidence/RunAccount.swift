/// What a run's journal and plan prove: the contents of its evidence, in no format yet.
///
/// Made of the journal, its anchor and the plan alone, so that it is the same on every machine and on every day.
public struct RunAccount: Sendable, Hashable {
  /// The run.
  public let id: String
  /// What was run.
  public let plan: RunbookPlan
  /// How it began.
  public let start: JournalEvent.RunStart
  /// When it began, RFC 3339 in UTC.
  public let started: String
  /// When the journal's last line was written.
  public let lastTime: String
  /// How it ended last; nothing where it did not.
  public let end: JournalEvent.RunEnd?
  /// Who took it up again, in order.
  public let resumes: [JournalEvent.RunResume]
  /// What the journal itself is worth.
  public let seal: JournalSeal
  /// Every step of the plan, and the items of loops, in the plan's order.
  public let steps: [StepAccount]
  /// Every look at the steady state.
  public let looks: [SteadyLook]
  /// What was taken back.
  public let undos: [UndoAccount]
  /// The remarks that belong to no step.
  public let notes: [StepAccount.Decision]
  /// Whose time it took.
  public let times: RunTimes
  /// What recovery took.
  public let recovery: RecoveryAccount

  /// Gathers what a journal says.
  ///
  /// - Parameters:
  ///   - id: The run.
  ///   - reading: Its journal.
  ///   - plan: The plan it was started with.
  ///   - anchor: What the folder's index says of the journal.
  /// - Throws: ``RunRefusal`` where the journal has no sound beginning.
  public init(_ id: String, _ reading: JournalReading, plan: RunbookPlan, anchor: RunIndex.Anchor?) throws {
    let state = RunState(reading.records)
    guard let start = state.start, let started = state.startTime, let lastTime = state.lastTime else {
      throw RunRefusal("the journal of '\(id)' has no sound beginning")
    }
    (self.id, self.plan, self.start, self.started, self.lastTime, end) = (
      id, plan, start, started, lastTime, state.end
    )
    resumes = reading.records.compactMap { if case .runResume(let resume) = $0.event { resume } else { nil } }
    seal = JournalSeal(reading, JournalVerdict(reading, anchor: anchor))
    var collector = AccountCollector(plan: plan, inputs: start.inputs)
    for record in reading.records { collector.take(record) }
    steps = collector.finished(state)
    (looks, undos, notes) = (collector.looks, collector.undos, collector.notes)
    times = RunTimes(reading.records)
    recovery = RecoveryAccount(reading.records, promised: plan.promised)
  }

  /// How it ended, in a phrase.
  public var result: String {
    guard let end else { return "has no end" }
    return end.result.rawValue + (end.step.map { " at step '\($0)'" } ?? "")
  }
}
