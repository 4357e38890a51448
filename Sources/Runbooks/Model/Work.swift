/// Something that a process carries out: the work of a step, a check, a condition, an undo.
public struct Work<Text: Sendable & Hashable>: Sendable, Hashable {
  /// What is carried out.
  public var kind: WorkKind<Text>
  /// The host it runs on, through ssh; nothing for this machine.
  public var host: Text?
  /// The user on that host; nothing for what the person's ssh configuration says.
  public var user: Text?
  /// After how many milliseconds it is ended; nothing for no limit.
  public var timeoutMilliseconds: Int?
  /// Whether it has the terminal for itself: a person types into it.
  public var usesTerminal = false
  /// The environment variables that hold secrets it needs.
  public var secrets: [String] = []
  /// What must be true of its result; exit code 0 where nothing else is said about the exit code.
  public var expectations: [Expectation<Text>] = []
  /// The source line of its opening fence, from 1.
  public var line: Int

  /// Describes something to carry out on this machine.
  public init(_ kind: WorkKind<Text>, line: Int = 1) {
    self.kind = kind
    self.line = line
  }

  /// The script, where it is one.
  public var script: Text? { if case .script(let text) = kind { text } else { nil } }
}
