/// For what a work is carried out.
public struct WorkPlace: Sendable, Hashable {
  /// The step's key in the journal.
  public var step: String
  /// Which of its processes.
  public var part: StepPart
  /// How often this part has been started in the run, this time included.
  public var attempt: Int
  /// Whether values are taken from its output, which is then kept apart from its errors.
  public var isCaptured = false
}
