/// Makes lines that are safe to show of a child's output as it comes.
///
/// Sequences that would move the cursor or change colours are left out, other control characters become `?`, and a
/// carriage return within a line ends it, so that a progress bar is a line each time.
struct OutputLines {
  /// The longest line that is held back, in bytes.
  static let longest = 16_384

  private var open: [UInt8] = []

  /// What has come of a line that has not ended.
  var pending: String { Self.shown(open[...]) }

  /// Takes output, and gives the lines that have ended with it.
  mutating func take(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        if open.last == UInt8(ascii: "\r") { open.removeLast() }
        lines.append(Self.shown(open[...]))
        open = []
        continue
      }
      if open.last == UInt8(ascii: "\r") {
        lines.append(Self.shown(open.dropLast()))
        open = []
      }
      open.append(byte)
      if open.count >= Self.longest {
        lines.append(Self.shown(open[...]))
        open = []
      }
    }
    return lines
  }

  /// Gives what has come of the last line; nothing where it had ended.
  mutating func finish() -> String? {
    guard !open.isEmpty else { return nil }
    let last = Self.shown(open[...])
    open = []
    return last
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
    return Visible.line(withoutSequences(text).replacing("\t", with: "    "))
  }

  /// The text without the sequences of ECMA-48 that begin with `ESC [` and end with a letter.
  private static func withoutSequences(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}", rest.first == "[" else {
        kept.append(scalar)
        continue
      }
      let end = rest.dropFirst().drop { (0x20...0x3F).contains($0.value) }
      if let last = end.first, (0x40...0x7E).contains(last.value) { rest = end.dropFirst() } else { kept.append("?") }
    }
    return String(kept)
  }
}
