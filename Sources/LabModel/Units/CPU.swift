/// An amount of processor time, written `.cores(2)` or `.millicores(250)`.
public struct CPU: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The amount in thousandths of a core; never negative.
  public var millicores: Int

  private init(_ count: Int, times unit: Int) {
    let (product, overflow) = max(count, 0).multipliedReportingOverflow(by: unit)
    millicores = overflow ? Int.max : product
  }

  /// Whole cores.
  public static func cores(_ count: Int) -> CPU { CPU(count, times: 1000) }
  /// Thousandths of a core.
  public static func millicores(_ count: Int) -> CPU { CPU(count, times: 1) }

  /// The amount as Kubernetes writes it: `2` or `250m`.
  public var description: String { millicores % 1000 == 0 ? "\(millicores / 1000)" : "\(millicores)m" }

  /// Orders by amount.
  public static func < (left: CPU, right: CPU) -> Bool { left.millicores < right.millicores }
}
