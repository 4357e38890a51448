/// An IPv4 network in CIDR notation, such as `192.168.10.0/24`.
public struct IPv4Network: Sendable, Hashable, CustomStringConvertible {
  /// The network address: all host bits are zero.
  public var address: IPv4Address
  /// How many leading bits name the network, 0 to 32.
  public var prefix: Int

  /// The network of a length that an address lies in; the prefix is held between 0 and 32.
  public init(containing address: IPv4Address, prefix: Int) {
    let length = min(max(prefix, 0), 32)
    self.prefix = length
    self.address = IPv4Address(bits: address.bits & Self.mask(length))
  }

  /// Reads an address, a slash and a prefix length.
  ///
  /// Host bits that are set are dropped: compare ``address`` with what was written to notice.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = IPv4Address(parts[0]), let prefix = Int(parts[1]),
      (0...32).contains(prefix), parts[1].utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    self.init(containing: address, prefix: prefix)
  }

  private static func mask(_ prefix: Int) -> UInt32 {
    prefix == 0 ? 0 : UInt32.max << UInt32(32 - prefix)
  }

  /// The last address: all host bits are one.
  public var broadcast: IPv4Address { IPv4Address(bits: address.bits | ~Self.mask(prefix)) }

  /// Dotted decimal mask, such as `255.255.255.0`.
  public var netmask: IPv4Address { IPv4Address(bits: Self.mask(prefix)) }

  /// How many addresses it holds, network and broadcast address included.
  public var count: Int { 1 << (32 - prefix) }

  /// Its addresses, the first and the last included.
  public var bounds: ClosedRange<IPv4Address> { address...broadcast }

  /// Whether an address lies in the network.
  public func contains(_ address: IPv4Address) -> Bool {
    address.bits & Self.mask(prefix) == self.address.bits
  }

  /// Whether two networks share an address.
  public func overlaps(_ other: IPv4Network) -> Bool {
    contains(other.address) || other.contains(address)
  }

  /// CIDR notation.
  public var description: String { "\(address)/\(prefix)" }
}
