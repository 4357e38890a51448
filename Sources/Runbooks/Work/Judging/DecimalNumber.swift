/// A number as people write it: `42`, `-3`, `0.25`, `1e6`; never hexadecimal, infinite or not a number.
struct DecimalNumber: Comparable {
  /// Exact where it is whole and not too great.
  private let whole: Int?
  private let value: Double

  /// Reads a number; nothing where a text is none.
  init?(_ text: String) {
    let bytes = text.utf8
    let marks = Array("+-.eE".utf8)
    guard bytes.contains(where: Self.isDigit), bytes.allSatisfy({ Self.isDigit($0) || marks.contains($0) }),
      let first = bytes.first, Self.isDigit(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: "+"),
      let last = bytes.last, Self.isDigit(last), let value = Double(text), value.isFinite
    else { return nil }
    whole = Int(text)
    self.value = value
  }

  static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    if let left = left.whole, let right = right.whole { return left < right }
    return left.value < right.value
  }

  static func == (left: DecimalNumber, right: DecimalNumber) -> Bool {
    if let left = left.whole, let right = right.whole { return left == right }
    return left.value == right.value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
