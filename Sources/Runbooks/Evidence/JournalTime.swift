#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The times that a journal's lines carry.
enum JournalTime {
  /// Milliseconds since 1970 of a line's time; nothing for a text that is no time.
  static func milliseconds(_ text: String) -> Int? {
    for hasFraction in [true, false] {
      let style = Date.ISO8601FormatStyle(includingFractionalSeconds: hasFraction)
      if let date = try? style.parse(text) { return milliseconds(since1970: date.timeIntervalSince1970) }
    }
    return nil
  }

  /// Milliseconds since 1970 of a time that a person or a program wrote: RFC 3339, or whole seconds since 1970.
  static func moment(_ text: String) -> Int? {
    if let seconds = Int(text) { return seconds.magnitude < 1 << 40 ? seconds * 1_000 : nil }
    return milliseconds(text)
  }

  private static func milliseconds(since1970 seconds: Double) -> Int? {
    seconds.magnitude < 1e12 ? Int((seconds * 1_000).rounded()) : nil
  }
}
