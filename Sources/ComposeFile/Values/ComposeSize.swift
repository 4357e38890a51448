/// An amount of memory or storage as Compose writes it: `512m`, `1.5gb`, `1048576`.
public struct ComposeSize: Sendable, Hashable {
  /// The amount in bytes, 0 and more.
  public var bytes: Int

  /// Reads a number with one of `b`, `k`, `m`, `g`, `t`, `p` (powers of 1024), also as `kb` and `kib`; nil for anything else.
  public init?(_ text: String) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Double(number) else { return nil }
    let unit = text[number.endIndex...].drop { $0 == " " }.lowercased()
    guard let shift = Self.units[unit], let bytes = Int(exactly: (value * Double(1 << shift)).rounded(.down)) else {
      return nil
    }
    self.bytes = bytes
  }

  private static let units: [String: Int] = [
    "": 0, "b": 0, "k": 10, "kb": 10, "kib": 10, "m": 20, "mb": 20, "mib": 20, "g": 30, "gb": 30, "gib": 30, "t": 40,
    "tb": 40, "tib": 40, "p": 50, "pb": 50, "pib": 50,
  ]
}
