/// An amount of memory or storage, written `.gib(8)`.
public struct DataSize: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The amount in bytes; never negative.
  public var bytes: Int

  /// An amount in bytes; a negative number counts as zero.
  public init(bytes: Int) {
    self.bytes = max(bytes, 0)
  }

  private init(_ count: Int, shift: Int) {
    let (product, overflow) = max(count, 0).multipliedReportingOverflow(by: 1 << shift)
    bytes = overflow ? Int.max : product
  }

  /// Mebibytes (2^20 bytes).
  public static func mib(_ count: Int) -> DataSize { DataSize(count, shift: 20) }
  /// Gibibytes (2^30 bytes).
  public static func gib(_ count: Int) -> DataSize { DataSize(count, shift: 30) }
  /// Tebibytes (2^40 bytes).
  public static func tib(_ count: Int) -> DataSize { DataSize(count, shift: 40) }

  /// Whole mebibytes, rounded down.
  public var wholeMiB: Int { bytes >> 20 }
  /// Whole gibibytes, rounded down.
  public var wholeGiB: Int { bytes >> 30 }

  /// The amount in its largest unit that gives a whole number, such as `8 GiB`.
  public var description: String {
    for (shift, unit) in [(40, "TiB"), (30, "GiB"), (20, "MiB"), (10, "KiB")]
    where bytes > 0 && bytes % (1 << shift) == 0 {
      return "\(bytes >> shift) \(unit)"
    }
    return "\(bytes) B"
  }

  /// Orders by amount.
  public static func < (left: DataSize, right: DataSize) -> Bool { left.bytes < right.bytes }

  /// Adds two amounts; what no longer fits is held at the largest number.
  public static func + (left: DataSize, right: DataSize) -> DataSize {
    let (sum, overflow) = left.bytes.addingReportingOverflow(right.bytes)
    return DataSize(bytes: overflow ? Int.max : sum)
  }
}
