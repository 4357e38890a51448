extension JournalEvent {
  /// It was decided what became of a step that was left open.
  public struct StepSettled: Sendable, Hashable, Codable {
    /// What was decided.
    public enum Decision: String, Sendable, Hashable, Codable {
      /// It was done.
      case done
      /// It was not done, and may be run again.
      case again
    }

    /// What it was decided by.
    public enum Judge: String, Sendable, Hashable, Codable {
      /// The step's check, or its undo's.
      case check
      /// The person who resumed the run.
      case person
      /// The journal: no process was ever handed the script.
      case journal
      /// The runbook: it says that the step may be run again without harm.
      case idempotence
    }

    /// The step's key.
    public var step: String
    /// Which of its processes.
    public var part: StepPart
    /// What was decided.
    public var decision: Decision
    /// What it was decided by.
    public var by: Judge
    /// How long a person took, in milliseconds.
    public var waitedMilliseconds: Int?
  }

  /// A step was left out.
  public struct StepSkipped: Sendable, Hashable, Codable {
    /// Who or what left it out.
    public enum Cause: String, Sendable, Hashable, Codable {
      /// The person.
      case person
      /// Its `skip-if` guard held.
      case skipIf
      /// Its `only-if` guard did not hold.
      case onlyIf
      /// It is for the other mode only.
      case mode
      /// The run was begun at a later step.
      case from
      /// A jump or a branch went past it.
      case jump
      /// Its loop or group had too many errors already.
      case maximumErrors
    }

    /// The step's key.
    public var step: String
    /// Who or what left it out.
    public var by: Cause
    /// Why, in words.
    public var reason: String
    /// How long a person took, in milliseconds.
    public var waitedMilliseconds: Int?
  }

  /// A branch was taken.
  public struct StepBranched: Sendable, Hashable, Codable {
    /// The branching step's key.
    public var step: String
    /// The choice: its name, or its condition in words.
    public var choice: String
    /// The step it goes on with; nothing for the one that follows.
    public var next: String?
  }

  /// The run goes on at another step than the next.
  public struct StepJumped: Sendable, Hashable, Codable {
    /// The key of the step that is left.
    public var step: String
    /// The step it goes on with.
    public var next: String
    /// Whether the person wanted it; if not, the runbook does.
    public var byPerson: Bool
    /// Why.
    public var reason: String
    /// How long a person took, in milliseconds.
    public var waitedMilliseconds: Int?
  }

  /// A person answered a step that asks.
  public struct GateAnswer: Sendable, Hashable, Codable {
    /// The step's key.
    public var step: String
    /// Whether the answer lets the run go on.
    public var passed: Bool
    /// What the person said to it.
    public var comment: String?
    /// How long the person took, in milliseconds.
    public var waitedMilliseconds: Int?

    init(step: String, passed: Bool, comment: String? = nil, waitedMilliseconds: Int? = nil) {
      self.step = step
      self.passed = passed
      self.comment = comment
      self.waitedMilliseconds = waitedMilliseconds
    }
  }

  /// The approval of others was asked for.
  public struct ApprovalAsked: Sendable, Hashable, Codable {
    /// The step's key.
    public var step: String
    /// The SHA-256 of the request's file.
    public var request: String
    /// How many persons must approve.
    public var quorum: Int
    /// When the request is void, RFC 3339 in UTC.
    public var expires: String
  }

  /// Another person approved a step.
  public struct ApprovalGiven: Sendable, Hashable, Codable {
    /// The step's key.
    public var step: String
    /// The SHA-256 of the request that was approved.
    public var request: String
    /// Who approved, as the lab's allowed signers name the person.
    public var by: String
    /// The fingerprint of the key it was signed with.
    public var key: String
    /// What the person said to it.
    public var comment: String
  }
}
