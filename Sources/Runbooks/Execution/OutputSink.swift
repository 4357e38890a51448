import Synchronization

/// Where a script's output goes: secrets taken out, then to the terminal, its last bytes kept for the journal.
final class OutputSink: Sendable {
  /// How many bytes are kept for the journal.
  static let kept = 4_096

  private struct State {
    var redactor: Redactor
    var tail: [UInt8] = []
    var lastByte: UInt8?
  }

  private let terminal: any RunTerminal
  private let state: Mutex<State>

  init(terminal: any RunTerminal, redactor: Redactor) {
    self.terminal = terminal
    state = Mutex(State(redactor: redactor))
  }

  /// Takes output as it comes.
  func take(_ bytes: [UInt8]) {
    show(state.withLock { state in Self.keep(state.redactor.pass(bytes), in: &state) })
  }

  /// Ends the output, on a line of its own.
  ///
  /// - Returns: The last of it.
  func finish() -> String {
    show(state.withLock { state in Self.keep(state.redactor.finish(), in: &state) })
    let (tail, last) = state.withLock { ($0.tail, $0.lastByte) }
    if let last, last != UInt8(ascii: "\n") { show([UInt8(ascii: "\n")]) }
    return String(decoding: tail, as: UTF8.self)
  }

  private func show(_ bytes: [UInt8]) { if !bytes.isEmpty { terminal.write(bytes) } }

  private static func keep(_ bytes: [UInt8], in state: inout State) -> [UInt8] {
    state.tail += bytes.suffix(kept)
    if state.tail.count > kept { state.tail.removeFirst(state.tail.count - kept) }
    state.lastByte = bytes.last ?? state.lastByte
    return bytes
  }
}
