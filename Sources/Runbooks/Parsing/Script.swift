/// A bash script that a step or a check runs, with `-euo pipefail`.
public struct Script: Sendable, Hashable {
  /// The commands.
  public var text: Template
  /// The host it runs on, through ssh; nothing for this machine.
  public var host: Template?
  /// The user on that host; nothing for what the person's ssh configuration says.
  public var user: Template?
  /// After how long it is ended, in milliseconds; nothing for no limit.
  public var timeoutMilliseconds: Int?
  /// Whether it talks to the terminal itself; its output is then not captured.
  public var usesTerminal: Bool
  /// The environment variables that hold secrets it needs.
  public var secrets: [String]
  /// The source line of its opening fence.
  public var line: Int

  /// Every text of the script that may hold placeholders.
  var templates: [Template] { [text] + [host, user].compactMap { $0 } }
}
