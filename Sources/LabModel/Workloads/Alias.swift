import Diagnostics

/// A further name under which a service is found in its namespace.
///
/// ```swift
/// Alias("database")
/// ```
public struct Alias: Sendable, Hashable {
  /// The name, a DNS label.
  public let name: String
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a name.
  ///
  /// - Parameters:
  ///   - name: A DNS label that nothing else in the namespace has.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ name: String, file: StaticString = #fileID, line: UInt = #line) {
    self.name = name
    self.declared = SourceLocation(file, line)
  }
}
