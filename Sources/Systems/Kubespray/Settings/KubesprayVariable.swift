import Diagnostics

/// A variable of kubespray that Rackbook has no word for: the honest door.
///
/// ```swift
/// variables: [KubesprayVariable("calico_mtu", .integer(1450))]
/// ```
///
/// kubespray accepts any name in silence, a misspelt one too; a name that looks like one of Rackbook's own is reported.
public struct KubesprayVariable: Sendable, Hashable {
  /// A value in the shapes that kubespray's variables have.
  public indirect enum Value: Sendable, Hashable {
    /// `true` or `false`.
    case flag(Bool)
    /// A whole number.
    case integer(Int)
    /// A text; always quoted where YAML could read it as something else.
    case text(String)
    /// A list.
    case list([Value])
    /// A mapping; keys are printed in this order.
    case mapping([Entry])

    /// One entry of a mapping.
    public struct Entry: Sendable, Hashable {
      /// The key.
      public var key: String
      /// The value.
      public var value: Value

      /// Makes an entry.
      public init(_ key: String, _ value: Value) {
        self.key = key
        self.value = value
      }
    }
  }

  /// Its name.
  public let name: String
  /// Its value.
  public let value: Value
  /// Where it was set.
  public let declared: SourceLocation

  /// Sets a variable.
  ///
  /// - Parameters:
  ///   - name: Lower-case letters, digits and underscores.
  ///   - value: The value.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ name: String, _ value: Value, file: StaticString = #fileID, line: UInt = #line) {
    self.name = name
    self.value = value
    self.declared = SourceLocation(file, line)
  }
}
