/// How fast data moves, written `.mibPerSecond(100)`.
public struct Throughput: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The speed in bytes a second; never negative.
  public var bytesPerSecond: Int

  /// A speed in bytes a second; a negative number counts as zero.
  public init(bytesPerSecond: Int) {
    self.bytesPerSecond = max(bytesPerSecond, 0)
  }

  /// Mebibytes (2^20 bytes) a second.
  public static func mibPerSecond(_ count: Int) -> Throughput {
    Throughput(bytesPerSecond: DataSize.mib(count).bytes)
  }

  /// Gigabits (10^9 bits) a second, as links are named; what a link really carries is about a tenth less.
  public static func gbitPerSecond(_ count: Int) -> Throughput {
    let (product, overflow) = max(count, 0).multipliedReportingOverflow(by: 125_000_000)
    return Throughput(bytesPerSecond: overflow ? Int.max : product)
  }

  /// The time an amount takes, in whole seconds, rounded up; nil at a speed of zero.
  public func time(for size: DataSize) -> Interval? {
    guard bytesPerSecond > 0 else { return nil }
    let (whole, rest) = size.bytes.quotientAndRemainder(dividingBy: bytesPerSecond)
    return .seconds(whole + (rest > 0 ? 1 : 0))
  }

  /// The speed as an amount a second, such as `100 MiB/s`.
  public var description: String { "\(DataSize(bytes: bytesPerSecond))/s" }

  /// Orders by speed.
  public static func < (left: Throughput, right: Throughput) -> Bool { left.bytesPerSecond < right.bytesPerSecond }
}
