/// A process that is to be started for a step.
struct StepProcess: Sendable {
  /// What it carries out.
  var work: Work<String>
  /// Which of the step's processes it is.
  var part: StepPart
  /// The step's key.
  var step: String
  /// Whether it is done only when what verifies it says so.
  var hasCheck = false
  /// Whether it may be run again without harm.
  var isIdempotent = false
  /// What is taken from its output.
  var captures: [Capture] = []
  /// When it must have ended, on the run's own clock.
  var deadline: Int?
  /// How long a person took to let it begin, in milliseconds.
  var waited: Int?
  /// What the look before this one has written, where one follows another: it is not shown once more.
  var lastOutput: String?

  init(_ work: Work<String>, _ part: StepPart, of step: String) {
    self.work = work
    self.part = part
    self.step = step
  }
}
