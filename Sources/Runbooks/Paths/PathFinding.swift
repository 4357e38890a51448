/// Something that is wrong with a runbook, as its paths have shown.
public struct PathFinding: Sendable, Hashable {
  /// What kind of thing is wrong.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A step is carried out on no path.
    case neverReached
    /// After an undo something is left that says how it is taken back.
    case leftAfterUndo
    /// A step of the clean-up could not do its work, though nothing was made to go wrong in it.
    case cleanUpMissed
    /// A value that a run would refuse, or a path that could not be walked.
    case refused
    /// No value was found for an input.
    case noValue
    /// What must hold on every path of every runbook did not: a fault of the engine.
    case broken
  }

  /// What kind of thing is wrong.
  public var kind: Kind
  /// What is wrong, in a sentence.
  public var message: String
  /// The step it is about.
  public var step: String?
  /// The step's line in the runbook.
  public var line: Int?
  /// The path on which it shows first.
  public var path: String?

  init(_ kind: Kind, _ message: String, step: PlannedStep? = nil, path: WalkedPath? = nil) {
    self.kind = kind
    self.message = message
    self.step = step?.id
    line = step?.line
    self.path = path?.scenario.description
  }
}
