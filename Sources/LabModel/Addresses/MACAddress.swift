/// A MAC address: the 48 bits that tell one network interface from another on its wire.
public struct MACAddress: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The address in the lower 48 bits, the first octet most significant.
  public var bits: UInt64

  /// Reads six pairs of hexadecimal digits joined by colons, in either case; anything else gives nil.
  public init?(_ text: String) {
    let pairs = text.split(separator: ":", omittingEmptySubsequences: false)
    guard pairs.count == 6 else { return nil }
    var bits: UInt64 = 0
    for pair in pairs {
      guard pair.utf8.count == 2, let octet = UInt8(pair, radix: 16), pair.utf8.first != UInt8(ascii: "+") else {
        return nil
      }
      bits = bits << 8 | UInt64(octet)
    }
    self.bits = bits
  }

  /// Whether it names a group of interfaces rather than one: the lowest bit of the first octet (IEEE 802).
  public var isMulticast: Bool { bits >> 40 & 1 == 1 }

  /// Whether somebody made it up rather than bought it: the second lowest bit of the first octet (IEEE 802).
  public var isLocal: Bool { bits >> 40 & 2 == 2 }

  /// The first three octets: who gave the address out.
  public var vendor: UInt32 { UInt32(truncatingIfNeeded: bits >> 24) }

  /// Six pairs in upper case, as Proxmox writes them.
  public var description: String {
    stride(from: 40, through: 0, by: -8).map { shift in
      let octet = String(bits >> UInt64(shift) & 255, radix: 16, uppercase: true)
      return octet.count == 1 ? "0" + octet : octet
    }.joined(separator: ":")
  }

  /// Orders by number.
  public static func < (left: MACAddress, right: MACAddress) -> Bool { left.bits < right.bits }
}
