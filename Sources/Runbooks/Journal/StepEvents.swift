extension JournalEvent {
  /// A process is about to be started for a step.
  ///
  /// A step is named by its key everywhere in the journal: its id, and in a loop `id[item]`.
  public struct StepIntent: Sendable, Hashable, Codable {
    /// The step's key.
    public var step: String
    /// Which of its processes.
    public var part: StepPart
    /// How often this part has been started in this run, this time included.
    public var attempt: Int
    /// What is run, as it was shown.
    public var command: String
    /// The host it runs on; nothing for this machine.
    public var host: String?
    /// Whether it talks to the terminal itself, and so begins before its process is journaled.
    public var usesTerminal: Bool
    /// Whether it is done only when what verifies it says so: the check, for an undo the undo's check.
    public var hasCheck: Bool
    /// Whether it may be run again without harm when nobody knows whether it was done.
    public var isIdempotent: Bool
    /// How long a person took to let it begin, in milliseconds; nothing where nobody was asked.
    public var waitedMilliseconds: Int?

    init(
      step: String, part: StepPart = .action, attempt: Int = 1, command: String, host: String? = nil,
      usesTerminal: Bool = false, hasCheck: Bool = false, isIdempotent: Bool = false, waitedMilliseconds: Int? = nil
    ) {
      self.step = step
      self.part = part
      self.attempt = attempt
      self.command = command
      self.host = host
      self.usesTerminal = usesTerminal
      self.hasCheck = hasCheck
      self.isIdempotent = isIdempotent
      self.waitedMilliseconds = waitedMilliseconds
    }
  }

  /// A step's process exists.
  public struct StepSpawned: Sendable, Hashable, Codable {
    /// The step's key.
    public var step: String
    /// Which of its processes.
    public var part: StepPart
    /// The process.
    public var process: ProcessIdentity
  }

  /// A step's process has ended.
  public struct StepOutcome: Sendable, Hashable, Codable {
    /// The step's key.
    public var step: String
    /// Which of its processes.
    public var part: StepPart
    /// How it went.
    public var outcome: ScriptOutcome
  }

  /// Values were taken from a process's output; written before its outcome, so that a step that is done has them.
  public struct StepCaptured: Sendable, Hashable, Codable {
    /// The step's key.
    public var step: String
    /// The values by their names.
    public var values: [String: String]
  }

  /// Conditions were looked at without a process.
  public struct StepAsserted: Sendable, Hashable, Codable {
    /// The step's key.
    public var step: String
    /// Which of its parts.
    public var part: StepPart
    /// Whether they held.
    public var held: Bool
    /// What was compared with what, in one phrase.
    public var reason: String
  }

  /// The items of a loop, or the branches of a group, have come together again.
  public struct StepJoined: Sendable, Hashable, Codable {
    /// The step whose items or branches these were.
    public var step: String
    /// The keys that went well.
    public var succeeded: [String]
    /// The keys that did not.
    public var failed: [String]
    /// The keys that were not begun.
    public var notRun: [String]
    /// Whether the step as a whole counts as done.
    public var held: Bool
  }
}
