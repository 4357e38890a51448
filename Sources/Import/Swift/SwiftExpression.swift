import Diagnostics
import Documents

/// A Swift expression of the shapes that a lab is written in.
public indirect enum SwiftExpression: Sendable, Hashable {
  /// A string literal; any text at all.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A fraction.
  case number(Double)
  /// `true` or `false`.
  case boolean(Bool)
  /// A member of the expected type, without its dot: `ubuntu2404`.
  case member(String)
  /// A call: `Container("nginx:1.29", port: 80)`; of a member where its word begins with a dot.
  case call(SwiftCall)
  /// An array.
  case list([SwiftExpression])
  /// A dictionary with text as keys.
  case dictionary([Pair])
  /// A document as a literal of its tree.
  case document(Node)
  /// The value that was declared for a thing.
  case thing(ThingID)
  /// An address on a network: `lan["192.168.1.2"]`.
  case address(on: ThingID, String)
  /// A property of a value: `k8s.apiServer`.
  case property(of: SwiftExpression, String)
  /// A value that the lab has already, by its Swift name.
  case existing(String)
  /// Texts and values joined to one text: `"\(registry)/web:1.2"`.
  case joined([SwiftExpression])
  /// A method of a value: `media.mounted(at: "/media")`.
  case method(SwiftExpression, SwiftCall)

  /// One entry of a dictionary.
  public struct Pair: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The value.
    public var value: SwiftExpression

    /// Makes an entry.
    public init(_ key: String, _ value: SwiftExpression) {
      self.key = key
      self.value = value
    }
  }
}

extension SwiftExpression {
  /// The literal of a document's tree.
  init(_ node: Node) {
    switch node.content {
    case .null: self = .member("null")
    case .bool(let value): self = .boolean(value)
    case .int(let value): self = .integer(value)
    case .double(let value): self = .number(value)
    case .string(let text): self = .text(text)
    case .sequence(let items): self = .list(items.map { .document($0) })
    case .mapping(let mapping): self = .dictionary(mapping.entries.map { Pair($0.key, .document($0.value)) })
    }
  }
}
