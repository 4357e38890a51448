import Diagnostics
import LabModel

/// A name in a ``DNSZone`` and what it leads to.
///
/// ```swift
/// DNSRecord("nas", .a(home["192.168.1.230"]))
/// ```
public struct DNSRecord: Sendable, Hashable {
  /// What a name leads to.
  public enum Data: Sendable, Hashable, CustomStringConvertible {
    /// Addresses of the lab; several are given out in turn.
    case addresses([NetworkAddress])
    /// An address outside of the lab.
    case outside(String)
    /// Another name.
    case alias(String)

    /// Addresses of the lab; several are given out in turn.
    public static func a(_ addresses: NetworkAddress...) -> Data { .addresses(addresses) }
    /// An address outside of the lab.
    public static func a(_ address: String) -> Data { .outside(address) }
    /// Another name, written whole: `nas.home.lab`.
    public static func cname(_ name: String) -> Data { .alias(name) }

    /// The addresses as text; none of another name.
    public var addressTexts: [String] {
      switch self {
      case .addresses(let addresses): addresses.map(\.text)
      case .outside(let text): [text]
      case .alias: []
      }
    }

    /// The networks of the lab that it leads to.
    public var networks: [ThingID] {
      if case .addresses(let addresses) = self { return addresses.map(\.network) }
      return []
    }

    /// Type and value, as in a zone file.
    public var description: String {
      if case .alias(let name) = self { return "CNAME \(name)" }
      return "A \(addressTexts.joined(separator: ", "))"
    }
  }

  /// The name within the zone; `@` is the zone itself, a leading `*` stands for every name that has no record.
  public let name: String
  /// What it leads to.
  public let data: Data
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a record.
  ///
  /// - Parameters:
  ///   - name: The name within the zone, `@` for the zone itself, or `*`.
  ///   - data: What it leads to: `.a(...)` or `.cname(...)`.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ name: String, _ data: Data, file: StaticString = #fileID, line: UInt = #line) {
    self.name = name
    self.data = data
    self.declared = SourceLocation(file, line)
  }
}
