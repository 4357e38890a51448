import Diagnostics
import LabModel

/// One thing that is made so on a host.
public struct HostAction: Sendable, Hashable {
  /// What is made so.
  public enum Kind: Sendable, Hashable {
    /// A file that an emitter renders lies at this absolute path, owned by root.
    ///
    /// `check` is a command that must accept the file before it is put in place; the path is added as its last word.
    case file(String, isExecutable: Bool = false, check: [String]? = nil)
    /// The handlers of what has changed so far are done now, because a later failure would forget them.
    case handlersNow
    /// Units of systemd run or do not run, now and after a start.
    case units([String], isRunning: Bool)
    /// Units of systemd are stopped now; whether they start with the host stays as it is.
    case stopped([String])
    /// A secret lies in a file that only root reads.
    case secretFile(String, SecretReference, purpose: String)
    /// A key of random letters and digits, made once on the first host, is in a file that only root reads, the same on
    /// every host.
    case sharedKey(String, length: Int)
    /// A command runs.
    case command([String], Outcome)
  }

  /// How the outcome of a command is judged.
  public struct Outcome: Sendable, Hashable {
    /// When a command counts as a change.
    public enum Change: Sendable, Hashable {
      /// It only looks, and so runs in a rehearsal too.
      case never
      /// It changes something whenever it runs.
      case always
      /// It changed something if it printed something.
      case ifItPrints
    }

    /// What the command's output must show.
    public enum Expectation: Sendable, Hashable {
      /// This text.
      case contains(String)
      /// The name of every host of the role, found by a regular expression whose group is the name.
      case everyHost(matching: String)
    }

    /// When it counts as a change.
    public var change: Change
    /// What its output must show; without it, exit status 0 is enough.
    public var expected: Expectation?
    /// How often it is tried, a second apart, until it shows that.
    public var attempts: Int
    /// Whether its failure is an answer like any other.
    public var mayFail: Bool
    /// A last word with which it only says what it would change; without one, a rehearsal leaves the command out.
    public var rehearsal: String?

    /// Describes how the outcome is judged.
    public init(
      change: Change = .never, expecting expected: Expectation? = nil, attempts: Int = 1, mayFail: Bool = false,
      rehearsal: String? = nil
    ) {
      self.change = change
      self.expected = expected
      self.attempts = attempts
      self.mayFail = mayFail
      self.rehearsal = rehearsal
    }
  }

  /// What must hold for an action to be done.
  public indirect enum Condition: Sendable, Hashable {
    /// The action of this label changed something.
    case changed(String)
    /// The output of the command of this label ends with this text.
    case answered(String, ending: String)
    /// The opposite.
    case not(Condition)
    /// One of them at least.
    case any([Condition])
    /// All of them.
    case all([Condition])
  }

  /// What it does, as a heading: `Start Corosync and Pacemaker`.
  public var title: String
  /// What is made so.
  public var kind: Kind
  /// Whether it is done on the first host for all of them.
  public var isOnce: Bool
  /// What must hold for it to be done.
  public var condition: Condition?
  /// What conditions of later actions call it: letters, digits, underscores.
  public var label: String?
  /// The heading of the handler that follows when it changed something.
  public var handler: String?
  /// What a reader would ask.
  public var comment: String?

  /// Describes an action.
  ///
  /// - Parameters:
  ///   - title: What it does, as a heading.
  ///   - kind: What is made so.
  ///   - isOnce: Whether it is done on the first host for all of them.
  ///   - condition: What must hold for it to be done.
  ///   - label: What conditions of later actions call it.
  ///   - handler: The heading of the handler that follows a change.
  ///   - comment: What a reader would ask.
  public init(
    _ title: String, _ kind: Kind, once isOnce: Bool = false, when condition: Condition? = nil, label: String? = nil,
    then handler: String? = nil, comment: String? = nil
  ) {
    self.title = title
    self.kind = kind
    self.isOnce = isOnce
    self.condition = condition
    self.label = label
    self.handler = handler
    self.comment = comment
  }
}
