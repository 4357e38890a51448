/// One thing that goes otherwise on a walked path than on the straight one, where everything succeeds.
public enum Variation: Sendable, Hashable {
  /// How a part of a step ends.
  public enum Outcome: String, Sendable, Hashable {
    /// It succeeds; a `skip-if` then leaves the step out.
    case succeeds
    /// It fails, each time.
    case fails
    /// It fails the first time, and succeeds after that.
    case failsOnce
    /// It fails in a way that is not tried again.
    case failsForGood
    /// Its time is over.
    case timesOut
    /// It is ended from outside, as by Ctrl-C.
    case isInterrupted
    /// It cannot look: its program is missing, or its host is not reached.
    case cannotLook
  }

  /// A part of a step, by its id or, for one item of a loop, by `id[item]`, ends like this.
  case ends(String, StepPart, Outcome)
  /// So many items of a loop fail, the first ones.
  case failsFor(String, items: Int)
  /// A capture has this value.
  case captures(String, String)
  /// A person refuses a gate; an approval is not given.
  case refuses(String)
  /// Nobody approves before the request is void.
  case expires(String)
  /// The steady state does not hold at a moment.
  case deviates(JournalEvent.SteadyState.Moment)

  /// A part of a step fails, each time it is tried.
  ///
  /// ```swift
  /// .fails("stop-etcd")
  /// ```
  public static func fails(_ step: String, _ part: StepPart = .action) -> Variation { .ends(step, part, .fails) }

  /// A step fails at its first attempt only.
  ///
  /// ```swift
  /// .recovers("wait-for-api")
  /// ```
  public static func recovers(_ step: String) -> Variation { .ends(step, .action, .failsOnce) }

  /// A step runs out of time.
  ///
  /// ```swift
  /// .timesOut("restore")
  /// ```
  public static func timesOut(_ step: String) -> Variation { .ends(step, .action, .timesOut) }

  /// A step is interrupted.
  ///
  /// ```swift
  /// .isInterrupted("restore")
  /// ```
  public static func isInterrupted(_ step: String) -> Variation { .ends(step, .action, .isInterrupted) }
}

extension Variation: CustomStringConvertible {
  /// It in a phrase: `stop-etcd fails`.
  public var description: String {
    switch self {
    case .ends(let step, let part, let outcome):
      "\(step)\(part == .action ? "" : ": \(part.words)") \(outcome.words)"
    case .failsFor(let step, let count): "\(step) fails for \(count) \(count == 1 ? "item" : "items")"
    case .captures(let name, let value): "capture.\(name) is '\(value)'"
    case .refuses(let step): "\(step) is refused"
    case .expires(let step): "\(step) expires"
    case .deviates(let moment): "not steady \(moment == .afterUndo ? "after the undo" : moment.rawValue)"
    }
  }
}

extension Variation.Outcome {
  fileprivate var words: String {
    switch self {
    case .succeeds: "holds"
    case .fails: "fails"
    case .failsOnce: "fails once"
    case .failsForGood: "fails for good"
    case .timesOut: "times out"
    case .isInterrupted: "is interrupted"
    case .cannotLook: "cannot look"
    }
  }
}
