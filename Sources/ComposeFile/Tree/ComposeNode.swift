/// A value of a Compose file, with the places that say it.
public struct ComposeNode: Sendable, Hashable {
  /// What a value holds.
  public enum Content: Sendable, Hashable {
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case int(Int)
    /// A fraction.
    case double(Double)
    /// Text; variables without a value stand in it as ``Placeholder`` marks.
    case string(String)
    /// A list.
    case sequence([ComposeNode])
    /// Keys and values.
    case mapping(ComposeMapping)
  }

  /// What a merge does with the value under this one.
  public enum MergeTag: String, Sendable, Hashable {
    /// `!reset`: the value below is removed.
    case reset = "!reset"
    /// `!override`: the value below is replaced as a whole.
    case override = "!override"
  }

  /// What it holds.
  public var content: Content
  /// The keys or items that say it: one, or several after a merge, the first one first.
  public var places: [ComposePlace]
  /// The merge tag that it was written with.
  public var tag: MergeTag?

  /// Makes a value.
  public init(_ content: Content, at places: [ComposePlace], tag: MergeTag? = nil) {
    self.content = content
    self.places = places
    self.tag = tag
  }

  /// The place that a message about it names: where its value was written last.
  public var place: ComposePlace {
    places.last ?? ComposePlace("", 1, 1)
  }

  /// Whether it is nothing.
  public var isNull: Bool { content == .null }

  /// Keys and values; nil for any other value.
  public var mapping: ComposeMapping? {
    if case .mapping(let mapping) = content { mapping } else { nil }
  }

  /// The items of a list; nil for any other value.
  public var items: [ComposeNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// A scalar as Compose hands it on: `0777` is 511, `1.10` is 1.1; nil for a list, a mapping and nothing.
  public var text: String? {
    switch content {
    case .string(let text): text
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .double(let value): PlainScalar.text(of: value)
    case .null, .sequence, .mapping: nil
    }
  }

  /// The value of a key of a mapping.
  public subscript(key: String) -> ComposeNode? { mapping?[key] }

  /// What messages call its kind.
  var kind: String {
    switch content {
    case .null: "nothing"
    case .bool: "true or false"
    case .int, .double: "a number"
    case .string: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The same content said by the same places.
  func with(_ content: Content) -> ComposeNode { ComposeNode(content, at: places, tag: tag) }

  /// Text said by this value's places.
  func derived(_ text: String) -> ComposeNode { ComposeNode(.string(text), at: places) }

  /// A mapping said by this value's places.
  func derived(_ entries: [(String, ComposeNode?)]) -> ComposeNode {
    ComposeNode(.mapping(ComposeMapping(entries)), at: places, tag: tag)
  }
}
