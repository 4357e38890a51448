import Synchronization

/// Where a script's output goes: secrets taken out, then to the terminal, its last bytes kept for the journal.
public final class OutputSink: Sendable {
  /// How many bytes are kept for the journal.
  static let kept = 4_096
  /// How long a line may be that is kept apart from others.
  static let longestLine = 65_536

  private struct State {
    var redactor: Redactor
    var tail: [UInt8] = []
    var lastByte: UInt8?
    /// A line that is not whole yet, where lines are kept apart.
    var line: [UInt8] = []
  }

  private let terminal: any RunTerminal
  /// What stands before each line; empty where lines are passed on as they come.
  private let prefix: [UInt8]
  private let state: Mutex<State>

  /// Makes a sink.
  ///
  /// - Parameters:
  ///   - terminal: Where the output is shown.
  ///   - redactor: What takes secrets out.
  ///   - label: What stands before each line, where several write at the same time.
  init(terminal: any RunTerminal, redactor: Redactor, label: String? = nil) {
    self.terminal = terminal
    prefix = label.map { Array("\($0) | ".utf8) } ?? []
    state = Mutex(State(redactor: redactor))
  }

  /// Takes output as it comes.
  public func take(_ bytes: [UInt8]) {
    show(state.withLock { state in Self.keep(state.redactor.pass(bytes), in: &state) })
  }

  /// Ends the output, on a line of its own.
  ///
  /// - Returns: The last of it.
  public func finish() -> String {
    show(state.withLock { state in Self.keep(state.redactor.finish(), in: &state) })
    let (tail, last) = state.withLock { ($0.tail, $0.lastByte) }
    if let last, last != UInt8(ascii: "\n") { show([UInt8(ascii: "\n")]) }
    return String(decoding: tail, as: UTF8.self)
  }

  private func show(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    let shown = prefix.isEmpty ? bytes : state.withLock { state in wholeLines(bytes, in: &state) }
    if !shown.isEmpty { terminal.write(shown) }
  }

  /// The lines that are whole by now, each behind the prefix; a very long one is cut.
  private func wholeLines(_ bytes: [UInt8], in state: inout State) -> [UInt8] {
    var shown: [UInt8] = []
    for byte in bytes {
      state.line.append(byte)
      guard byte == UInt8(ascii: "\n") || state.line.count >= Self.longestLine else { continue }
      shown += prefix + state.line
      if byte != UInt8(ascii: "\n") { shown.append(UInt8(ascii: "\n")) }
      state.line.removeAll(keepingCapacity: true)
    }
    return shown
  }

  private static func keep(_ bytes: [UInt8], in state: inout State) -> [UInt8] {
    state.tail += bytes.suffix(kept)
    if state.tail.count > kept { state.tail.removeFirst(state.tail.count - kept) }
    state.lastByte = bytes.last ?? state.lastByte
    return bytes
  }
}
