/// Something that a terminal may show in its own way, beside the lines it is given.
public enum RunEvent: Sendable {
  /// The run begins, or is taken up again where it stands.
  case began(run: String, plan: RunbookPlan, state: RunState)
  /// A step is about to be shown; steps are counted from 1.
  case introduced(step: String, number: Int, of: Int)
  /// Something happened, and is on disk.
  case journaled(JournalEvent)
  /// Nothing happens for a while: until the next attempt, or the next look.
  case pausing(step: String, milliseconds: Int)
  /// A gate asks; the question comes next.
  case asking(step: String)
}
