import Hashing

extension JournalEvent {
  /// A run began.
  public struct RunStart: Sendable, Hashable, Codable {
    /// The runbook's id.
    public var runbook: String
    /// Hashes of all that decides what is run.
    public var closure: RunClosure
    /// Whether it is meant.
    public var mode: RunMode
    /// The inputs' values; inputs are never secret.
    public var inputs: [String: String]
    /// The names of the secrets whose values are kept out of the journal.
    public var secrets: [String]
    /// The resources it holds from beginning to end, in the order in which they were taken.
    public var locks: [String]
    /// The stage it was rehearsed on; nothing for a run on the lab itself.
    public var stage: StageAccount?
    /// Who runs it.
    public var by: RunOperator

    init(
      runbook: String, closure: RunClosure, mode: RunMode = .real, inputs: [String: String] = [:],
      secrets: [String] = [], locks: [String] = [], stage: StageAccount? = nil, by: RunOperator
    ) {
      self.runbook = runbook
      self.closure = closure
      self.mode = mode
      self.inputs = inputs
      self.secrets = secrets
      self.locks = locks
      self.stage = stage
      self.by = by
    }
  }

  /// A run was taken up again.
  public struct RunResume: Sendable, Hashable, Codable {
    /// A closure that is no longer the run's own, and was accepted.
    public struct Drift: Sendable, Hashable, Codable {
      /// What the closure is now.
      public var closure: RunClosure
      /// Why the person goes on with the plan the run was started with.
      public var reason: String
    }

    /// Who runs it now.
    public var by: RunOperator
    /// How many bytes of an unfinished last line were cut off the journal.
    public var droppedBytes: Int
    /// The SHA-256 of those bytes, where there were any.
    public var droppedHash: String?
    /// What has changed since the run was started, where that was accepted.
    public var drift: Drift?

    init(by: RunOperator, dropped: [UInt8], drift: Drift? = nil) {
      self.by = by
      droppedBytes = dropped.count
      droppedHash = dropped.isEmpty ? nil : SHA256.hex(of: dropped)
      self.drift = drift
    }
  }

  /// A run ended, or was left to be resumed.
  public struct RunEnd: Sendable, Hashable, Codable {
    /// How it ended.
    public var result: RunResult
    /// The step it ended at; nothing for a run that went through.
    public var step: String?
    /// The steps of the clean-up that were not done; nothing where all of it was, or where it is still to come.
    public var cleanUpLeft: [String]?
    /// How many lines the journal has, this one included.
    public var records: Int
  }

  /// A resource was taken, or let go before the run's end.
  public struct LockChange: Sendable, Hashable, Codable {
    /// What became of it.
    public enum Change: String, Sendable, Hashable, Codable {
      /// The run holds it from here on.
      case taken
      /// The run holds it no more.
      case released
    }

    /// The resource.
    public var resource: String
    /// What became of it.
    public var change: Change
    /// How long it was waited for, in milliseconds.
    public var waitedMilliseconds: Int?
  }

  /// A look at the steady state.
  public struct SteadyState: Sendable, Hashable, Codable {
    /// When it was looked at.
    public enum Moment: String, Sendable, Hashable, Codable {
      /// Before the first step.
      case before
      /// Between two steps.
      case during
      /// After the last step.
      case after
      /// After what was done had been taken back.
      case afterUndo
    }

    /// When it was looked at.
    public var moment: Moment
    /// Whether all of it held.
    public var held: Bool
    /// The ids of what did not hold.
    public var deviations: [String]
  }

  /// What was done is about to be taken back.
  public struct UndoBegin: Sendable, Hashable, Codable {
    /// Why it is taken back.
    public enum Cause: String, Sendable, Hashable, Codable {
      /// A step failed.
      case failure
      /// The run was interrupted.
      case interruption
      /// The steady state did not hold.
      case deviation
      /// The person wanted it.
      case person
    }

    /// Why.
    public var cause: Cause
    /// The steps to be taken back, in that order.
    public var steps: [String]
  }

  /// Taking back has come to its end.
  public struct UndoEnd: Sendable, Hashable, Codable {
    /// The steps that were taken back.
    public var undone: [String]
    /// The steps that were not, or of which that is not known.
    public var left: [String]
  }

  /// A remark.
  public struct Note: Sendable, Hashable, Codable {
    /// The step it belongs to; nothing for the run as a whole.
    public var step: String?
    /// The remark.
    public var text: String
    /// Who made it; nothing for the runbook's own words.
    public var by: RunOperator?
  }
}
