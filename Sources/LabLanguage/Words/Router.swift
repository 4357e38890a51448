import Diagnostics
import LabModel

/// What passes packets between networks: a box of its own, or a machine of the lab.
///
/// ```swift
/// let udm = Router("udm", at: lan["192.168.10.1"], storage["192.168.2.1"])
/// let opnsense = Router("opnsense", on: firewallVM)
/// ```
///
/// A lab without any is taken to have one router that holds every gateway. Emits nothing: it is what tells which
/// networks reach each other.
public struct Router: Component {
  /// The router's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The machine that it runs on; nil for a box of its own.
  public let machine: ThingID?
  /// Its own addresses; empty where it runs on a machine and has that one's.
  public let addresses: [NetworkAddress]
  /// Every address that it has, those of its machine included.
  public let routedAddresses: [NetworkAddress]

  /// Declares a box of its own.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - addresses: Its address on each network that it connects.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, at addresses: NetworkAddress..., file: StaticString = #fileID, line: UInt = #line
  ) {
    self.id = ThingID("router", name)
    self.declared = SourceLocation(file, line)
    self.machine = nil
    self.addresses = addresses
    self.routedAddresses = addresses
  }

  /// Declares a router that runs on a machine, between the networks of its interfaces.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - machine: The machine; its ``NIC``s say which networks it connects.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ name: String, on machine: any Machine, file: StaticString = #fileID, line: UInt = #line) {
    self.id = ThingID("router", name)
    self.declared = SourceLocation(file, line)
    self.machine = machine.id
    self.addresses = []
    self.routedAddresses = machine.interfaces.map(\.address)
  }

  /// What it connects.
  public var summary: String { "router between \(routedAddresses.map(\.network.name).joined(separator: ", "))" }
  /// Runs on its machine.
  public var relations: [Relation] { machine.map { [Relation(.runsOn, $0)] } ?? [] }
  /// Its machine and its addresses.
  public var facts: [Fact] {
    (machine.map { [Fact("machine", "Runs on", $0.name, link: $0)] } ?? [])
      + routedAddresses.map { Fact("address", "Address", $0.text, link: $0.network) }
  }
}
