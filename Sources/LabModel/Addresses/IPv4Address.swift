/// An IPv4 address.
public struct IPv4Address: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The 32 bits, most significant octet first.
  public var bits: UInt32

  /// The address with these 32 bits.
  public init(bits: UInt32) {
    self.bits = bits
  }

  /// Reads dotted decimal, four parts from 0 to 255 without leading zeros; anything else gives nil.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
        part.count == 1 || part.first != "0", let octet = UInt8(part)
      else { return nil }
      bits = bits << 8 | UInt32(octet)
    }
    self.bits = bits
  }

  /// Dotted decimal.
  public var description: String {
    "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
  }

  /// Orders by number.
  public static func < (left: IPv4Address, right: IPv4Address) -> Bool { left.bits < right.bits }
}
