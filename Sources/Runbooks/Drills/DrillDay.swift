/// Days of drills, written as ISO 8601 has them, so that the earlier one is also the smaller text.
enum DrillDay {
  /// The day of a time in a journal; nothing for a text that is no time.
  static func of(_ time: String) -> String? {
    let day = String(time.prefix(10))
    return isDay(day) ? day : nil
  }

  /// Whether a text is a day, `2027-03-01`.
  static func isDay(_ text: String) -> Bool { parts(text) != nil }

  /// The day so many months later; the last one of its month where that is shorter.
  ///
  /// Nothing for a text that is no day.
  static func adding(_ months: Int, to text: String) -> String? {
    guard let (year, month, day) = parts(text), (0...12_000).contains(months) else { return nil }
    let all = year * 12 + month - 1 + months
    let (newYear, newMonth) = (all / 12, all % 12 + 1)
    guard newYear <= 9999 else { return nil }
    return written(newYear, newMonth, min(day, length(of: newMonth, newYear)))
  }

  static func written(_ year: Int, _ month: Int, _ day: Int) -> String {
    [(year, 4), (month, 2), (day, 2)].map { value, width in
      String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }.joined(separator: "-")
  }

  private static func parts(_ text: String) -> (Int, Int, Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year >= 1,
      (1...12).contains(month), (1...length(of: month, year)).contains(day)
    else { return nil }
    return (year, month, day)
  }

  private static func length(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
