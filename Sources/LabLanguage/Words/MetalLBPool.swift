import Diagnostics
import LabModel

/// The stretch of a network's addresses that MetalLB assigns to services; nothing else may hold an address in it.
///
/// ```swift
/// Network("lan", "192.168.10.0/24") { MetalLBPool("default-pool", from: "192.168.10.100", to: "192.168.10.150") }
/// ```
public struct MetalLBPool: NetworkPart {
  private let name: String
  private let first: String
  private let last: String
  private let declared: SourceLocation

  /// Declares the pool.
  ///
  /// - Parameters:
  ///   - name: Its name in MetalLB.
  ///   - first: Its first address.
  ///   - last: Its last address.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, from first: String, to last: String, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.name = name
    self.first = first
    self.last = last
    self.declared = SourceLocation(file, line)
  }

  /// The stretch on a network.
  public func range(on network: ThingID) -> AddressRange {
    AddressRange(name, use: .serviceAddresses, network: network, from: first, to: last, declared: declared)
  }
}
