import Diagnostics

/// A stretch of addresses that something hands out: DHCP, a load balancer's pool, a block kept free.
public struct AddressRange: Sendable, Hashable {
  /// Who hands the addresses out.
  public enum Use: String, Sendable, Hashable {
    /// A DHCP server leases them.
    case dhcp = "DHCP range"
    /// A cluster's load balancer controller (MetalLB) assigns them to services.
    case serviceAddresses = "service address pool"
    /// Kept free on purpose.
    case reserved = "reserved range"
  }

  /// What it is called in messages, such as `default-pool`.
  public var name: String
  /// Who hands the addresses out.
  public var use: Use
  /// The network it lies in.
  public var network: ThingID
  /// What was written as its first address.
  public var firstText: String
  /// What was written as its last address.
  public var lastText: String
  /// Where it was declared.
  public var declared: SourceLocation

  /// States a range.
  public init(
    _ name: String, use: Use, network: ThingID, from first: String, to last: String, declared: SourceLocation
  ) {
    self.name = name
    self.use = use
    self.network = network
    self.firstText = first
    self.lastText = last
    self.declared = declared
  }

  /// The first address, or nil where the text is none.
  public var first: IPv4Address? { IPv4Address(firstText) }
  /// The last address, or nil where the text is none.
  public var last: IPv4Address? { IPv4Address(lastText) }

  /// Its addresses, or nil where it cannot be read or ends before it begins.
  public var bounds: ClosedRange<IPv4Address>? {
    guard let first, let last, first <= last else { return nil }
    return first...last
  }

  /// Whether an address lies in the range; false where the range cannot be read.
  public func contains(_ address: IPv4Address) -> Bool { bounds?.contains(address) ?? false }

  /// Whether two ranges share an address; false where one cannot be read.
  public func overlaps(_ other: AddressRange) -> Bool {
    guard let first, let last, let otherFirst = other.first, let otherLast = other.last else { return false }
    return first <= otherLast && otherFirst <= last
  }
}
