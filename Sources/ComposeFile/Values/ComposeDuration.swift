/// A length of time as Compose writes it: `1m30s`, `500ms`, `1h`.
public struct ComposeDuration: Sendable, Hashable {
  /// The length in nanoseconds, 0 and more.
  public var nanoseconds: Int

  /// Reads `1h5m30s20ms`; nil for anything else and for what does not fit.
  public init?(_ text: String) {
    if text == "0" {
      nanoseconds = 0
      return
    }
    var total = 0.0
    var rest = text[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let unit = rest[number.endIndex...].prefix { $0.isLetter }
      guard let value = Double(number), let scale = Self.units[String(unit)] else { return nil }
      total += value * scale
      rest = rest[unit.endIndex...]
    }
    guard let nanoseconds = Int(exactly: total.rounded()) else { return nil }
    self.nanoseconds = nanoseconds
  }

  private static let units: [String: Double] = [
    "ns": 1, "us": 1e3, "µs": 1e3, "μs": 1e3, "ms": 1e6, "s": 1e9, "m": 60e9, "h": 3600e9, "d": 86_400e9,
    "w": 604_800e9,
  ]

  /// The length in whole seconds, rounded up; at least 1 for anything longer than nothing.
  public var wholeSeconds: Int {
    nanoseconds / 1_000_000_000 + (nanoseconds % 1_000_000_000 == 0 ? 0 : 1)
  }
}
