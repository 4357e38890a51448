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
  private let declared: SourceLocation

  /// Declares the range.
  ///
  /// - Parameters:
  ///   - first: Its first address.
  ///   - last: Its last address.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(from first: String, to last: String, file: StaticString = #fileID, line: UInt = #line) {
    self.first = first
    self.last = last
    self.declared = SourceLocation(file, line)
  }

  /// The stretch on a network.
  public func range(on network: ThingID) -> AddressRange {
    AddressRange("DHCP", use: .dhcp, network: network, from: first, to: last, declared: declared)
  }
}
