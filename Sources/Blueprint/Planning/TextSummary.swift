/// A text as a plan shows it: how long it is, and a mark that changes with it; the file's difference shows the rest.
struct TextSummary: CustomStringConvertible {
  private let lines: Int
  private let mark: UInt32

  /// Sums up a text.
  init(of bytes: some Sequence<UInt8>) {
    var lines = 0
    // FNV-1a.
    var mark: UInt32 = 2_166_136_261
    for byte in bytes {
      if byte == 0x0A { lines += 1 }
      mark = (mark ^ UInt32(byte)) &* 16_777_619
    }
    self.lines = lines
    self.mark = mark
  }

  /// `24 lines, 5f3a9c01`.
  var description: String {
    let digits = String(mark, radix: 16)
    return "\(lines) lines, \(String(repeating: "0", count: 8 - digits.utf8.count))\(digits)"
  }
}
