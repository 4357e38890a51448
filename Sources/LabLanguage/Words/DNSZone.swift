import Diagnostics
import LabModel

/// A DNS zone that the lab answers for, with the records in it.
///
/// ```swift
/// let homeLab = DNSZone("home.lab") {
///   DNSRecord("nas", .a(home["192.168.1.230"]))
///   DNSRecord("photos", .cname("nas.home.lab"))
///   DNSRecord("*", .a(servers["192.168.10.250"]))
/// }
/// ```
///
/// The names of machines in the lab's own domain need no zone. Emits nothing yet: it is what the names of services are
/// checked against.
public struct DNSZone: Component {
  /// The zone's identity: its name is that of the domain.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// Who answers for it.
  public let provider: DNSProvider
  /// Its records, in order.
  public let records: [DNSRecord]

  /// Declares a zone.
  ///
  /// - Parameters:
  ///   - domain: The domain it answers for, such as `home.lab`.
  ///   - provider: Who answers for it; a name server of the lab unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - records: Its ``DNSRecord``s.
  public init(
    _ domain: String, provider: DNSProvider = .ownServer, file: StaticString = #fileID, line: UInt = #line,
    @Parts<DNSRecord> records: () -> [DNSRecord] = { [] }
  ) {
    self.id = ThingID("dns-zone", domain)
    self.declared = SourceLocation(file, line)
    self.provider = provider
    self.records = records()
  }

  /// The whole name of a record, in lower case: `nas.home.lab`, and `home.lab` for `@`.
  public func name(of record: DNSRecord) -> String {
    let domain = name.lowercased()
    return record.name == "@" ? domain : "\(record.name.lowercased()).\(domain)"
  }

  /// How many records it has.
  public var summary: String { "DNS zone, \(records.count) records" }
  /// Its provider and its records.
  public var facts: [Fact] {
    [Fact("provider", "Answered by", "\(provider)")]
      + records.map { Fact("record", name(of: $0), $0.data.description, link: $0.data.networks.first) }
  }
}
