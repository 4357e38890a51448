/// Which of a step's processes a line of the journal is about.
public enum StepPart: String, Sendable, Hashable, Codable {
  /// What the step is there for.
  case action
  /// What must hold before it.
  case precondition
  /// What shows that it was done: its postcondition.
  case check
  /// The guard that leaves it out if it holds.
  case skipIf
  /// The guard that leaves it out unless it holds.
  case onlyIf
  /// The guard that fails it unless it holds.
  case require
  /// What takes it back.
  case undo
  /// What shows that it was taken back.
  case undoCheck
  /// A look at the steady state; the line's step is then the id of what is looked at.
  case steady
  /// A shell that the person opened at the step.
  case shell
}
