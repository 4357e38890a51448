import Synchronization

/// A terminal, a file or a pipe that only gets lines: nothing is drawn, nothing moves the cursor.
public final class PlainTerminal: RunTerminal {
  private struct State {
    var output = OutputLines()
    var isLent = false
  }

  private let console: any RunTerminal
  private let state = Mutex(State())

  /// Writes to the process's own streams, or to another terminal.
  public init(_ console: any RunTerminal = ConsoleTerminal()) { self.console = console }

  /// Whether a person is there to answer.
  public var isInteractive: Bool { console.isInteractive }

  /// Shows a line.
  public func show(_ line: String) { state.withLock { put(Visible.lines(line), &$0) } }

  /// Shows output line by line, without what would move the cursor; in a step that has the terminal, as it is.
  public func write(_ bytes: [UInt8]) {
    state.withLock { state in
      guard !state.isLent else { return console.write(bytes) }
      for line in state.output.take(bytes) { console.show(line) }
    }
  }

  /// Asks for one line.
  public func ask(_ question: String) async -> String? {
    state.withLock { put([], &$0) }
    return await console.ask(Visible.line(question))
  }

  /// Ends what a child has left open when it ends, and leaves the terminal to a step that asks for it.
  public func take(_ event: RunEvent) {
    state.withLock { state in
      if case .journaled(.stepIntent(let intent)) = event, intent.usesTerminal { state.isLent = true }
      if case .journaled(.stepOutcome) = event {
        state.isLent = false
        put([], &state)
      }
    }
  }

  private func put(_ lines: [String], _ state: inout State) {
    if let last = state.output.finish() { console.show(last) }
    for line in lines { console.show(line) }
  }
}
