import Synchronization

/// Where a work's output goes: secrets taken out, then to the terminal, its last bytes kept for the journal.
public final class OutputSink: Sendable {
  /// How many bytes are kept for the journal.
  static let kept = 4_096
  /// How many bytes of a line that does not end are held back where lines have a label.
  static let longestLine = 4_096

  private struct State {
    var redactor: Redactor
    var tail: [UInt8] = []
    var lastByte: UInt8?
    /// The beginning of a line that is still to get its label.
    var line: [UInt8] = []
    var isQuiet = true
  }

  private let terminal: any RunTerminal
  private let label: [UInt8]
  private let usualMilliseconds: Int?
  private let state: Mutex<State>

  /// Begins an output.
  ///
  /// - Parameters:
  ///   - terminal: Where it is shown.
  ///   - redactor: Takes secrets out of it.
  ///   - label: What stands in front of each line, where several works run at a time; lines then appear whole.
  ///   - usualMilliseconds: How long the work usually takes, where that is known.
  init(terminal: any RunTerminal, redactor: Redactor, label: String? = nil, usualMilliseconds: Int? = nil) {
    self.terminal = terminal
    self.label = label.map { Array("\($0) | ".utf8) } ?? []
    self.usualMilliseconds = usualMilliseconds
    state = Mutex(State(redactor: redactor))
  }

  /// Takes output as it comes.
  public func take(_ bytes: [UInt8]) {
    show(
      state.withLock { state in
        state.isQuiet = false
        return labelled(Self.keep(state.redactor.pass(bytes), in: &state), in: &state)
      })
  }

  /// Says that the work still runs, where it has said nothing itself since this was last asked.
  func beat(elapsedMilliseconds: Int) {
    let isQuiet = state.withLock { state in
      defer { state.isQuiet = true }
      return state.isQuiet
    }
    guard isQuiet else { return }
    let usual = usualMilliseconds.map { ", usually \(Milliseconds.describe($0))" } ?? ""
    let mark = String(decoding: label, as: UTF8.self)
    terminal.show("  \(mark)still running after \(Milliseconds.describe(elapsedMilliseconds))\(usual)")
  }

  /// Ends the output, on a line of its own.
  ///
  /// - Returns: The last of it.
  func finish() -> String {
    show(
      state.withLock { state in
        var rest = labelled(Self.keep(state.redactor.finish(), in: &state), in: &state)
        if !state.line.isEmpty { rest += label + state.line + [UInt8(ascii: "\n")] }
        state.line = []
        return rest
      })
    let (tail, last) = state.withLock { ($0.tail, $0.lastByte) }
    if label.isEmpty, let last, last != UInt8(ascii: "\n") { show([UInt8(ascii: "\n")]) }
    return String(decoding: tail, as: UTF8.self)
  }

  private func show(_ bytes: [UInt8]) { if !bytes.isEmpty { terminal.write(bytes) } }

  private static func keep(_ bytes: [UInt8], in state: inout State) -> [UInt8] {
    state.tail += bytes.suffix(kept)
    if state.tail.count > kept { state.tail.removeFirst(state.tail.count - kept) }
    state.lastByte = bytes.last ?? state.lastByte
    return bytes
  }

  /// The lines that are whole, each with its label.
  private func labelled(_ bytes: [UInt8], in state: inout State) -> [UInt8] {
    guard !label.isEmpty else { return bytes }
    var lines: [UInt8] = []
    for byte in bytes {
      state.line.append(byte)
      guard byte == UInt8(ascii: "\n") || state.line.count >= Self.longestLine else { continue }
      lines += label + state.line
      if byte != UInt8(ascii: "\n") { lines.append(UInt8(ascii: "\n")) }
      state.line.removeAll(keepingCapacity: true)
    }
    return lines
  }
}
