import Diagnostics

/// How a service's pods look up names, beside or instead of the cluster's way.
///
/// ```swift
/// DNSConfig(servers: ["192.168.1.1"], searches: ["lab.example"], options: ["ndots": "1"])
/// ```
public struct DNSConfig: Sendable, Hashable {
  /// An option of the resolver.
  public struct Option: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its value; nil for an option without one.
    public let value: String?
  }

  /// Addresses of name servers, at most three.
  public let servers: [String]
  /// Domains that short names are tried in.
  public let searches: [String]
  /// Options of the resolver, in the order that was written.
  public let options: [Option]
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares how names are looked up.
  ///
  /// - Parameters:
  ///   - servers: Addresses of name servers, at most three.
  ///   - searches: Domains that short names are tried in.
  ///   - options: Options of the resolver; one without a value has nil, as in `["edns0": nil]`.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    servers: [String] = [], searches: [String] = [], options: KeyValuePairs<String, String?> = [:],
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.servers = servers
    self.searches = searches
    self.options = options.map { Option(name: $0.key, value: $0.value) }
    self.declared = SourceLocation(file, line)
  }
}
