import Diagnostics
import LabModel

/// A source of power: a UPS, a circuit, a power strip.
///
/// ```swift
/// let ups = PowerFeed("ups1", feeding: pve1, truenas)
/// ```
///
/// What hangs on two feeds survives the loss of one. Emits nothing; single points of failure and `impact` follow from it.
public struct PowerFeed: Component {
  /// The feed's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// What hangs on it.
  public let fed: [ThingID]

  /// Declares a source of power.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - fed: Hosts, storage, switches.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ name: String, feeding fed: any Component..., file: StaticString = #fileID, line: UInt = #line) {
    self.id = ThingID("power-feed", name)
    self.declared = SourceLocation(file, line)
    self.fed = fed.map(\.id)
  }

  /// How much hangs on it.
  public var summary: String { "power for \(fed.map(\.name).joined(separator: ", "))" }
  /// Carries what hangs on it.
  public var relations: [Relation] { fed.map { Relation(.carries, $0) } }
  /// What hangs on it.
  public var facts: [Fact] { fed.map { Fact("feeds", "Feeds", $0.name, link: $0) } }
}
