/// What became of one step of a run, or of one item of a loop.
public struct StepAccount: Sendable, Hashable {
  /// A line of the journal that decided something, as a sentence.
  public struct Decision: Sendable, Hashable {
    /// When, RFC 3339 in UTC.
    public var time: String
    /// What, in the journal's own words.
    public var sentence: String
  }

  /// A value that was taken from the output.
  public struct CapturedValue: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The value.
    public var value: String
  }

  /// Its key: the step's id, in a loop `id[item]`.
  public var key: String
  /// What it is called.
  public var title: String
  /// What it does, in one word.
  public var kind: String
  /// What became of it, in a phrase.
  public var outcome = "not begun"
  /// Its processes, in order.
  public var processes: [ProcessAccount] = []
  /// What was taken from its output, by name.
  public var captures: [CapturedValue] = []
  /// Skips, settlements, answers, branches and so on, in order.
  public var decisions: [Decision] = []
  /// The approvals that were given for it.
  public var approvals: [JournalEvent.ApprovalGiven] = []
  /// How long persons took for it, in milliseconds.
  public var waitedMilliseconds = 0

  /// How often its action was started.
  public var attempts: Int { processes.count { $0.part == .action } }

  /// How long all its processes took, in milliseconds.
  public var milliseconds: Int { processes.reduce(0) { $0 + ($1.outcome?.milliseconds ?? 0) } }

  /// Where its processes ran, each host once.
  public var hosts: [String] {
    var found: [String] = []
    for host in processes.compactMap(\.host) where !found.contains(host) { found.append(host) }
    return found
  }
}
