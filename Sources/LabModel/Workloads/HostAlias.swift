import Diagnostics

/// A line in the `/etc/hosts` of a service's pods.
///
/// ```swift
/// HostAlias("192.168.1.230", "nas.lab.example", "nas")
/// ```
public struct HostAlias: Sendable, Hashable {
  /// The address.
  public let address: String
  /// The names that lead to it.
  public let names: [String]
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares names of an address.
  ///
  /// - Parameters:
  ///   - address: The address.
  ///   - names: The names that lead to it, at least one.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ address: String, _ names: String..., file: StaticString = #fileID, line: UInt = #line) {
    self.address = address
    self.names = names
    self.declared = SourceLocation(file, line)
  }
}
