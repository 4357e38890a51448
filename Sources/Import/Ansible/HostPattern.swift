/// Host names with ranges: `node[01:10]`, `rack[a:c]-[1:9:2]`.
enum HostPattern {
  /// The most hosts that one inventory may have.
  static let limit = 10_000

  /// The names that a pattern stands for, in order; nil where a range cannot be read or gives too many.
  static func names(_ pattern: String) -> [String]? {
    guard let open = pattern.firstIndex(of: "[") else { return [pattern] }
    guard let close = pattern[open...].firstIndex(of: "]"),
      let steps = range(pattern[pattern.index(after: open)..<close]),
      let rests = names(String(pattern[pattern.index(after: close)...])), steps.count * rests.count <= limit
    else { return nil }
    return steps.flatMap { step in rests.map { pattern[..<open] + step + $0 } }
  }

  private static func range(_ text: Substring) -> [String]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let step = parts.count == 3 ? Int(parts[2]) : 1, step > 0,
      step <= limit
    else { return nil }
    let first = parts[0].isEmpty ? "0" : parts[0]
    if let low = Int(first), let high = Int(parts[1]), low >= 0 {
      let isPadded = first.count > 1 && first.first == "0"
      guard low <= high, high - low <= limit * step, !isPadded || first.count == parts[1].count else { return nil }
      return stride(from: low, through: high, by: step).map { number in
        let digits = String(number)
        return isPadded ? String(repeating: "0", count: max(0, first.count - digits.count)) + digits : digits
      }
    }
    guard first.utf8.count == 1, parts[1].utf8.count == 1, let low = first.utf8.first, let high = parts[1].utf8.first,
      isLetter(low), isLetter(high), low <= high, low & 0x20 == high & 0x20
    else { return nil }
    return stride(from: Int(low), through: Int(high), by: step).map { String(decoding: [UInt8($0)], as: UTF8.self) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
