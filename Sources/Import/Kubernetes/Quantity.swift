/// Amounts as Kubernetes writes them: `250m`, `1.5Gi`, `128974848`, `1e3`.
enum Quantity {
  private static let units: [(suffix: String, factor: Double)] = [
    ("Ki", 1024), ("Mi", 1_048_576), ("Gi", 1_073_741_824), ("Ti", 1_099_511_627_776),
    ("Pi", 1_125_899_906_842_624), ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("P", 1e15),
  ]

  /// The amount in bytes, rounded up; nil where it cannot be read or does not fit.
  static func bytes(_ text: String) -> Int? {
    if let whole = Int(text) { return whole >= 0 ? whole : nil }
    let unit = units.first { text.hasSuffix($0.suffix) }
    let number = unit.map { text.dropLast($0.suffix.count) } ?? text[...]
    return Double(number).flatMap { whole($0 * (unit?.factor ?? 1)) }
  }

  /// Thousandths of a processor core, rounded up; nil where it cannot be read or does not fit.
  static func millicores(_ text: String) -> Int? {
    if text.hasSuffix("m") { return Int(text.dropLast()).flatMap { $0 >= 0 ? $0 : nil } }
    return Double(text).flatMap { whole($0 * 1000) }
  }

  private static func whole(_ value: Double) -> Int? {
    value.isFinite && value >= 0 && value < 9e18 ? Int(value.rounded(.up)) : nil
  }
}
