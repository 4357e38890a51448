import Diagnostics

/// A document as a tree: what the YAML and JSON printers print.
///
/// Literals make the common ones: `["name": "vault", "replicas": 3, "args": ["server"]]`. A mapping keeps the order in
/// which its keys were written; an entry whose value is nil is left out.
public struct Node: Sendable, Hashable {
  /// What a node holds.
  public enum Content: Sendable, Hashable {
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case int(Int)
    /// A fraction.
    case double(Double)
    /// Text.
    case string(String)
    /// A list.
    case sequence([Node])
    /// Keys and values.
    case mapping(Mapping)
  }

  /// What stands beside a node: where it comes from, and what is printed above it.
  private struct Margin: Sendable, Hashable {
    var origin: SourceLocation?
    var others: [SourceLocation] = []
    var comment: String?
  }

  /// Most nodes have no margin, and a lab has a million nodes: without one, a node is a third as large, and so is the work
  /// of handing it on.
  private enum Beside: Sendable, Hashable {
    case nothing
    indirect case margin(Margin)
  }

  /// What it holds.
  public var content: Content
  private var beside = Beside.nothing

  private var margin: Margin {
    get { if case .margin(let margin) = beside { margin } else { Margin() } }
    set { beside = newValue == Margin() ? .nothing : .margin(newValue) }
  }

  /// Where it comes from; without one, from where the node around it comes from.
  public var origin: SourceLocation? {
    get { if case .margin(let margin) = beside { margin.origin } else { nil } }
    set { margin.origin = newValue }
  }

  /// What else its lines depend on: the declarations of other things whose values it shows.
  public var others: [SourceLocation] {
    get { if case .margin(let margin) = beside { margin.others } else { [] } }
    set { margin.others = newValue }
  }

  /// Printed above the node by formats that have comments; it may have several lines.
  public var comment: String? {
    get { if case .margin(let margin) = beside { margin.comment } else { nil } }
    set { margin.comment = newValue }
  }

  /// Makes a node.
  ///
  /// - Parameters:
  ///   - content: What it holds.
  ///   - origin: Where it comes from.
  public init(_ content: Content, from origin: SourceLocation? = nil) {
    self.content = content
    if let origin { beside = .margin(Margin(origin: origin)) }
  }

  /// The same node, coming from a place.
  ///
  /// - Parameters:
  ///   - origin: The place; without one, the node comes from where the node around it comes from.
  ///   - others: What else its lines depend on: the declarations of other things whose values it shows.
  /// - Returns: The node with its origin.
  public func from(_ origin: SourceLocation?, and others: [SourceLocation] = []) -> Node {
    var node = self
    var margin = margin
    (margin.origin, margin.others) = (origin, others)
    node.margin = margin
    return node
  }

  /// The same node with a comment above it.
  public func commented(_ comment: String?) -> Node {
    var node = self
    node.comment = comment
    return node
  }

  /// Nothing, printed as `null`.
  public static let null = Node(.null)

  /// True or false.
  public static func bool(_ value: Bool) -> Node { Node(.bool(value)) }

  /// A whole number.
  public static func int(_ value: Int) -> Node { Node(.int(value)) }

  /// A fraction.
  public static func double(_ value: Double) -> Node { Node(.double(value)) }

  /// Text.
  public static func string(_ value: String) -> Node { Node(.string(value)) }

  /// A list of nodes.
  public static func sequence(_ items: some Sequence<Node>) -> Node { Node(.sequence(Array(items))) }

  /// A list of texts.
  public static func strings(_ items: some Sequence<String>) -> Node { Node(.sequence(items.map(Node.string))) }

  /// Keys and values in this order.
  ///
  /// Entries without a value are left out; of entries with the same key the last value stands, at the place of the first.
  public static func mapping(_ entries: [(String, Node?)]) -> Node { Node(.mapping(Mapping(entries))) }

  /// The entry of a mapping.
  ///
  /// Setting one turns any other node into a mapping; setting nil removes the entry.
  public subscript(key: String) -> Node? {
    get {
      guard case .mapping(let mapping) = content else { return nil }
      return mapping[key]
    }
    set {
      var mapping = Mapping()
      if case .mapping(let present) = content { mapping = present }
      mapping[key] = newValue
      content = .mapping(mapping)
    }
  }
}

extension Node: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self.init(.string(value)) }

  /// A whole number.
  public init(integerLiteral value: Int) { self.init(.int(value)) }

  /// True or false.
  public init(booleanLiteral value: Bool) { self.init(.bool(value)) }

  /// A fraction.
  public init(floatLiteral value: Double) { self.init(.double(value)) }

  /// A list.
  public init(arrayLiteral elements: Node...) { self.init(.sequence(elements)) }

  /// Keys and values in this order; those whose value is nil are left out.
  public init(dictionaryLiteral elements: (String, Node?)...) { self.init(.mapping(Mapping(elements))) }
}

extension Node: ExpressibleByStringInterpolation {}
