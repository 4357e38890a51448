/// Durations as people write them: `500ms`, `60s`, `15m`, `2h`.
enum Milliseconds {
  /// The longest duration that may be written, a week.
  static let longest = 7 * 24 * 3_600_000

  /// Reads a duration; nothing for what is not one, is zero, or is longer than a week.
  static func parse(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count > 0, count <= longest else { return nil }
    let unit: Int
    switch text.dropFirst(digits.count) {
    case "ms": unit = 1
    case "s": unit = 1_000
    case "m": unit = 60_000
    case "h": unit = 3_600_000
    default: return nil
    }
    return count <= longest / unit ? count * unit : nil
  }

  /// Writes a duration in its largest whole unit, or in seconds with one digit: `60s` is `1m`, 1,234 is `1.2s`.
  static func describe(_ milliseconds: Int) -> String {
    for (unit, name) in [(3_600_000, "h"), (60_000, "m"), (1_000, "s")] where milliseconds >= unit {
      if milliseconds % unit == 0 { return "\(milliseconds / unit)\(name)" }
    }
    guard milliseconds >= 1_000 else { return "\(milliseconds)ms" }
    return "\(milliseconds / 1_000).\(milliseconds % 1_000 / 100)s"
  }
}
