import Diagnostics
import LabModel

/// An address that moves between machines: whoever holds it answers.
///
/// ```swift
/// let desktopVIP = VIP("guacamole", at: lan["192.168.10.245"], between: guac1, guac2)
/// ```
///
/// A `LoadBalancer` declares its own; write this word only for an address that something outside of Rackbook moves.
public struct VIP: Component {
  /// The address's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The address.
  public let address: NetworkAddress
  /// The machines that can hold it.
  public let members: [ThingID]

  /// Declares an address that moves.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - address: The address.
  ///   - members: The machines that can hold it, at least two.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, at address: NetworkAddress, between members: any Machine..., file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(name, at: address, members: members.map(\.id), declared: SourceLocation(file, line))
  }

  /// The address of a system that knows its members.
  public init(_ name: String, at address: NetworkAddress, members: [ThingID], declared: SourceLocation) {
    self.id = ThingID("vip", name)
    self.declared = declared
    self.address = address
    self.members = members
  }

  /// Address and members.
  public var summary: String { "\(address.text), held by \(members.map(\.name).joined(separator: " or "))" }
  /// Held by its members.
  public var relations: [Relation] { members.map { Relation(.heldBy, $0) } }
  /// Its address.
  public var addresses: [NetworkAddress] { [address] }
  /// Address and members.
  public var facts: [Fact] {
    [Fact("address", "Address", address.text, link: address.network)]
      + members.map { Fact("member", "Held by", $0.name, link: $0) }
  }
}
