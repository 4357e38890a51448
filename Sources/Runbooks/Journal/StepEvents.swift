extension JournalEvent {
  /// A step is about to run.
  public struct StepIntent: Sendable, Hashable, Codable {
    /// The step.
    public var step: String
    /// How often it has been started in this run, this time included.
    public var attempt: Int
    /// The script as it was shown.
    public var command: String
    /// The host it runs on; nothing for this machine.
    public var host: String?
    /// Whether it talks to the terminal itself, and so begins before its process is journaled.
    public var usesTerminal: Bool
    /// Whether it is done only when its check says so.
    public var hasCheck: Bool
  }

  /// A step's process exists.
  public struct StepSpawned: Sendable, Hashable, Codable {
    /// The step.
    public var step: String
    /// The process.
    public var process: ProcessIdentity
  }

  /// A step's process has ended.
  public struct StepOutcome: Sendable, Hashable, Codable {
    /// The step.
    public var step: String
    /// How it went.
    public var outcome: ScriptOutcome
  }

  /// A step's check was run.
  public struct StepCheck: Sendable, Hashable, Codable {
    /// The step.
    public var step: String
    /// How the check went; the step was done if it succeeded.
    public var outcome: ScriptOutcome
  }

  /// It was decided what became of a step that was left open.
  public struct StepSettled: Sendable, Hashable, Codable {
    /// What was decided.
    public enum Decision: String, Sendable, Hashable, Codable {
      /// The step was done.
      case done
      /// The step was not done, and may be run again.
      case again
    }

    /// What it was decided by.
    public enum Judge: String, Sendable, Hashable, Codable {
      /// The step's check.
      case check
      /// The person who resumed the run.
      case person
      /// The journal: no process was ever handed the script.
      case journal
    }

    /// The step.
    public var step: String
    /// What was decided.
    public var decision: Decision
    /// What it was decided by.
    public var by: Judge
  }

  /// A person left a step out.
  public struct StepSkipped: Sendable, Hashable, Codable {
    /// The step.
    public var step: String
    /// Why.
    public var reason: String
  }

  /// A person answered a `manual` or `confirm` step.
  public struct GateAnswer: Sendable, Hashable, Codable {
    /// The step.
    public var step: String
    /// Whether the answer lets the run go on.
    public var passed: Bool
  }
}
