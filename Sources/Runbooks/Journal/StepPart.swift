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

  /// What it is called, as people read it.
  var words: String {
    switch self {
    case .action: "the step"
    case .precondition: "the precondition"
    case .check: "the check"
    case .skipIf: "skip-if"
    case .onlyIf: "only-if"
    case .require: "require"
    case .undo: "the undo"
    case .undoCheck: "the undo's check"
    case .steady: "the steady state"
    case .shell: "the shell"
    }
  }
}
