/// Where a run goes after a step.
enum Flow: Sendable, Hashable {
  /// On with what follows.
  case goOn
  /// On with a step further down.
  case jump(String)
  /// To the end of the phase: the step says that nothing follows it.
  case endOfPhase
  /// Nowhere: the step failed for good, and nobody says what is to follow.
  case failed(step: String)
  /// To the end of the run for now.
  case leave(RunResult, step: String)
  /// Back: what was done is taken back.
  case undo(JournalEvent.UndoBegin.Cause, step: String)
}

/// What came of carrying a step out.
enum StepEnd: Sendable, Hashable {
  /// It was done.
  case done
  /// It failed for good: itself, or a step that it called.
  case failed(at: String)
  /// It decides itself where the run goes.
  case flow(Flow)
}
