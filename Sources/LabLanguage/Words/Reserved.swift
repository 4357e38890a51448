import Diagnostics
import LabModel

/// A stretch of a network's addresses that is kept free on purpose; nothing else may hold an address in it.
///
/// ```swift
/// Network("lan", "192.168.10.0/24") { Reserved("printers", from: "192.168.10.200", to: "192.168.10.205") }
/// ```
public struct Reserved: NetworkPart {
  private let name: String
  private let first: String
  private let last: String
  private let declared: SourceLocation

  /// Declares the stretch.
  ///
  /// - Parameters:
  ///   - name: What it is kept for.
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
  public func range(on network: ThingID) -> AddressRange? {
    AddressRange(name, use: .reserved, network: network, from: first, to: last, declared: declared)
  }
}
