import Diagnostics
import LabModel

/// A way to addresses that a network's own router does not know: a static route on that router.
///
/// ```swift
/// Network("lan", "192.168.10.0/24", gateway: "192.168.10.1") { Route(to: "192.168.50.0/24", via: "192.168.10.5") }
/// ```
public struct Route: NetworkPart, Hashable {
  /// What was written as the addresses it leads to, in CIDR notation.
  public let destinationText: String
  /// What was written as the neighbour that knows the way.
  public let gateway: String
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a route.
  ///
  /// - Parameters:
  ///   - destination: The addresses it leads to, in CIDR notation.
  ///   - gateway: The neighbour on this network that knows the way.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(to destination: String, via gateway: String, file: StaticString = #fileID, line: UInt = #line) {
    self.destinationText = destination
    self.gateway = gateway
    self.declared = SourceLocation(file, line)
  }

  /// The addresses it leads to, or nil where the text is none.
  public var destination: IPv4Network? { IPv4Network(destinationText) }

  /// It takes no address.
  public func range(on network: ThingID) -> AddressRange? { nil }
}
