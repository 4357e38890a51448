import Diagnostics
import LabModel

/// The stretch of a network's addresses that a DHCP server leases; nothing else may hold an address in it.
///
/// ```swift
/// Network("lan", "192.168.10.0/24") { DHCP(from: "192.168.10.60", to: "192.168.10.99") }
/// ```
public struct DHCP: NetworkPart {
  private let first: String
  private let last: String
  /// The router that clients are told of; nil where it is the network's gateway.
  public let gateway: String?
  /// The name servers that clients are told of; nil where they are the network's.
  public let dns: [String]?
  /// The largest packet that clients are told of, in bytes; nil where they are told of none.
  public let mtu: Int?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares the range.
  ///
  /// - Parameters:
  ///   - first: Its first address.
  ///   - last: Its last address.
  ///   - gateway: The router that clients are told of (option 3); the network's gateway unless said otherwise.
  ///   - dns: The name servers that clients are told of (option 6); the network's unless said otherwise.
  ///   - mtu: The largest packet that clients are told of (option 26), in bytes; none unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    from first: String, to last: String, gateway: String? = nil, dns: [String]? = nil, mtu: Int? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.first = first
    self.last = last
    self.gateway = gateway
    self.dns = dns
    self.mtu = mtu
    self.declared = SourceLocation(file, line)
  }

  /// The stretch on a network.
  public func range(on network: ThingID) -> AddressRange? {
    AddressRange("DHCP", use: .dhcp, network: network, from: first, to: last, declared: declared)
  }
}
