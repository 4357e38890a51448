/// What a run shows and asks; the console, or a script of answers in tests.
public protocol RunTerminal: Sendable {
  /// Whether a person is there to answer. Where it is false, every gate refuses.
  var isInteractive: Bool { get }
  /// Shows a line of the run's own.
  func show(_ line: String)
  /// Passes on a child's output as it comes, secrets already taken out.
  func write(_ bytes: [UInt8])
  /// Asks for one line; nothing at the end of input, or when the run is interrupted.
  func ask(_ question: String) async -> String?
  /// Takes note of what happens; a terminal that only shows lines need not.
  func take(_ event: RunEvent)
}

extension RunTerminal {
  /// Takes no note.
  public func take(_ event: RunEvent) {}
}
