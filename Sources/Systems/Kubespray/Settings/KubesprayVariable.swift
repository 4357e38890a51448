import Diagnostics
import Documents

/// A variable of kubespray that Rackbook has no word for: the honest door.
///
/// ```swift
/// variables: [KubesprayVariable("calico_mtu", 1450)]
/// ```
///
/// kubespray accepts any name in silence, a misspelt one too; a name that nearly is one of Rackbook's own is reported.
public struct KubesprayVariable: Sendable, Hashable {
  /// A value, written as a literal.
  public struct Value: Sendable, Hashable {
    /// The value as a tree.
    let node: Node
  }

  /// Its name.
  public let name: String
  /// Its value: a literal of any shape, such as `true`, `1450`, `["10.0.0.0/8"]`.
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

extension KubesprayVariable {
  /// Whether Rackbook sets a variable of this name itself, from the words of the lab.
  public static func isSetByRackbook(_ name: String) -> Bool { KubesprayChecks.ownNames.contains(name) }
}

extension KubesprayVariable.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A text; quoted in the file wherever YAML could read it as something else.
  public init(stringLiteral value: String) { self.init(node: .string(value)) }
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(node: .int(value)) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self.init(node: .bool(value)) }
  /// A list.
  public init(arrayLiteral elements: Self...) { self.init(node: .sequence(elements.map(\.node))) }
  /// Keys and values in this order.
  public init(dictionaryLiteral elements: (String, Self)...) {
    self.init(node: .mapping(elements.map { ($0, $1.node) }))
  }
}
