import Diagnostics
import LabModel

/// A Synology NAS with its volumes, which Rackbook calls pools.
///
/// ```swift
/// let synology = Synology("synology", version: "7.2", at: home["192.168.1.230"]) { volume1 }
/// ```
public struct Synology: NetworkStorage {
  /// The identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The address that data is served from.
  public let address: NetworkAddress
  /// Its interfaces, the one that data is served from first.
  public let interfaces: [NetworkInterface]
  /// Its release, such as `7.2`.
  public let version: String
  /// Its pools.
  public let pools: [Pool]
  /// How fast copies that it keeps can be read back; 100 MiB/s unless said otherwise.
  public private(set) var restoreThroughput: Throughput = .mibPerSecond(100)

  /// Declares a Synology NAS.
  ///
  /// - Parameters:
  ///   - name: Its host name, a DNS label.
  ///   - version: Its release, such as `7.2`.
  ///   - address: The address that data is served from.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - pools: Its ``Pool``s, and further ``NIC``s.
  public init(
    _ name: String, version: String, at address: NetworkAddress, file: StaticString = #fileID, line: UInt = #line,
    @Parts<any StoragePart> pools: () -> [any StoragePart] = { [] }
  ) {
    self.id = ThingID("nas", name)
    self.declared = SourceLocation(file, line)
    let parts = pools()
    self.address = address
    self.interfaces = NIC.all(first: address, declared: declared, more: parts.compactMap { $0 as? NIC })
    self.version = version
    self.pools = parts.compactMap { $0 as? Pool }
  }

  /// States how fast copies that it keeps can be read back, all readers together: `synology.restoring(at: .mibPerSecond(250))`.
  ///
  /// - Parameter throughput: As measured by a restore; more than zero.
  /// - Returns: The NAS with its speed.
  public func restoring(at throughput: Throughput) -> Synology {
    var copy = self
    copy.restoreThroughput = throughput
    return copy
  }

  /// Product and release.
  public var product: String { "Synology DSM \(version)" }
  /// Product and number of pools.
  public var summary: String { "\(product), pools: \(pools.map(\.name).joined(separator: ", "))" }
  /// Its pools.
  public var parts: [any Component] { pools }
  /// Its pools.
  public var relations: [Relation] { pools.map { Relation(.consistsOf, $0.id) } }
  /// The address of each interface.
  public var addresses: [NetworkAddress] { interfaces.map(\.address) }
  /// Product, address and further interfaces.
  public var facts: [Fact] {
    [
      Fact("product", "Product", product),
      Fact("address", "Data address", address.text, link: address.network),
      Fact("restore-throughput", "Copies are read back at", "\(restoreThroughput)"),
    ] + interfaceFacts
  }
}
