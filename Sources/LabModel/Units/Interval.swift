/// A length of time in whole seconds, written `.hours(6)`.
public struct Interval: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The length in seconds; never negative.
  public var seconds: Int

  private init(_ count: Int, times unit: Int) {
    let (product, overflow) = max(count, 0).multipliedReportingOverflow(by: unit)
    seconds = overflow ? Int.max : product
  }

  /// Seconds.
  public static func seconds(_ count: Int) -> Interval { Interval(count, times: 1) }
  /// Minutes.
  public static func minutes(_ count: Int) -> Interval { Interval(count, times: 60) }
  /// Hours.
  public static func hours(_ count: Int) -> Interval { Interval(count, times: 3600) }
  /// Days of 24 hours.
  public static func days(_ count: Int) -> Interval { Interval(count, times: 86_400) }
  /// Weeks of seven days.
  public static func weeks(_ count: Int) -> Interval { Interval(count, times: 604_800) }

  /// The length in its largest unit that gives a whole number, in the short form that Prometheus reads too: `6h`.
  public var description: String {
    for (unit, letter) in [(604_800, "w"), (86_400, "d"), (3600, "h"), (60, "m")]
    where seconds > 0 && seconds % unit == 0 {
      return "\(seconds / unit)\(letter)"
    }
    return "\(seconds)s"
  }

  /// Orders by length.
  public static func < (left: Interval, right: Interval) -> Bool { left.seconds < right.seconds }
}
