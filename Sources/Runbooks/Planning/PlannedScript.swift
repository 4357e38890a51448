/// A script of a plan.
public struct PlannedScript: Sendable, Hashable, Codable {
  /// The commands, facts quoted for bash.
  public var text: PlannedText
  /// The host it runs on; nothing for this machine.
  public var host: PlannedText?
  /// The user on that host; nothing for what the person's ssh configuration says.
  public var user: PlannedText?
  /// After how long it is ended; nothing for no limit.
  public var timeoutMilliseconds: Int?
  /// Whether it talks to the terminal itself.
  public var usesTerminal: Bool
  /// The environment variables that hold secrets it needs.
  public var secrets: [String]

  /// Plans a script.
  ///
  /// - Parameters:
  ///   - text: The commands, facts quoted for bash.
  ///   - host: The host it runs on; nothing for this machine.
  ///   - user: The user on that host.
  ///   - timeoutMilliseconds: After how long it is ended; nothing for no limit.
  ///   - usesTerminal: Whether it talks to the terminal itself.
  ///   - secrets: The environment variables that hold secrets it needs.
  public init(
    text: PlannedText, host: PlannedText? = nil, user: PlannedText? = nil, timeoutMilliseconds: Int? = nil,
    usesTerminal: Bool = false, secrets: [String] = []
  ) {
    self.text = text
    self.host = host
    self.user = user
    self.timeoutMilliseconds = timeoutMilliseconds
    self.usesTerminal = usesTerminal
    self.secrets = secrets
  }
}
