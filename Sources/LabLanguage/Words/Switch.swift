import Diagnostics
import LabModel

/// A network switch, or any other box whose loss cuts off what is plugged into it.
///
/// ```swift
/// let sw1 = Switch("sw1", connecting: pve1, pve2, truenas)
/// ```
///
/// What is plugged into two switches survives the loss of one. Emits nothing; single points of failure and `impact` follow
/// from it.
public struct Switch: Component {
  /// The switch's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// What is plugged into it.
  public let connected: [ThingID]

  /// Declares a switch.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - connected: Hosts, storage, other switches.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ name: String, connecting connected: any Component..., file: StaticString = #fileID, line: UInt = #line)
  {
    self.id = ThingID("switch", name)
    self.declared = SourceLocation(file, line)
    self.connected = connected.map(\.id)
  }

  /// How much is plugged into it.
  public var summary: String { "switch, connects \(connected.map(\.name).joined(separator: ", "))" }
  /// Carries what is plugged into it.
  public var relations: [Relation] { connected.map { Relation(.carries, $0) } }
  /// What is plugged into it.
  public var facts: [Fact] { connected.map { Fact("connects", "Connects", $0.name, link: $0) } }
}
