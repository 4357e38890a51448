import Diagnostics

/// A node of a document that somebody else wrote: its value, its line, and its path from the top.
///
/// Reading one never fails: what is not of the kind that is asked for is nil, or an empty list.
public struct SourceNode: Sendable {
  /// What a node holds.
  public enum Content: Sendable {
    /// Nothing, written `null`, `~` or not at all.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A number that is not whole.
    case fraction(Double)
    /// Text, and whole numbers that do not fit.
    case text(String)
    /// A list.
    case sequence([SourceNode])
    /// Keys and values in order; a key stands once.
    case mapping([Entry])
  }

  /// One key with its value.
  public struct Entry: Sendable {
    /// The key, as text.
    public let key: String
    /// Where the key stands.
    public let place: SourceLocation
    /// The value.
    public let value: SourceNode
  }

  /// What it holds.
  public let content: Content
  /// Where it stands.
  public let place: SourceLocation
  /// A scalar as it was written, without quotes; empty for lists and mappings.
  public let written: String
  /// The tag that was written, such as `!vault`; nil without one.
  public let tag: String?
  /// The numbers of its leaves (scalars, empty lists, empty mappings) in the ``SourceFile``, counted from 0.
  public let leaves: Range<Int>
  let steps: PathStep?

  /// The way to it from the top of its document: `spec.containers[0].image`.
  public var path: String { steps?.path ?? "" }

  /// The value of a key of a mapping.
  public subscript(key: String) -> SourceNode? {
    entries.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The entries of a mapping; none for anything else.
  public var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  /// The items of a list; none for anything else.
  public var items: [SourceNode] {
    if case .sequence(let items) = content { items } else { [] }
  }

  /// The text of a scalar that is not null: a number or a Boolean as it was written.
  public var text: String? {
    switch content {
    case .text(let text): text
    case .bool, .integer, .fraction: written
    case .null, .sequence, .mapping: nil
    }
  }

  /// The whole number, also one in quotes.
  public var integer: Int? {
    switch content {
    case .integer(let value): value
    case .text(let text): Int(text)
    default: nil
    }
  }

  /// True or false.
  public var bool: Bool? {
    if case .bool(let value) = content { value } else { nil }
  }

  /// Whether it holds nothing.
  public var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// Whether it is a scalar.
  public var isScalar: Bool {
    switch content {
    case .sequence, .mapping: false
    default: true
    }
  }
}

/// One step of a node's path; steps are shared, so that a deep document costs no more than a flat one.
final class PathStep: Sendable {
  let parent: PathStep?
  let step: String

  init(_ step: String, below parent: PathStep?) {
    self.parent = parent
    self.step = step
  }

  var path: String {
    var steps: [String] = []
    var current: PathStep? = self
    while let here = current {
      steps.append(here.step)
      current = here.parent
    }
    let joined = steps.reversed().joined()
    return joined.hasPrefix(".") ? String(joined.dropFirst()) : joined
  }
}

extension SourceNode {
  /// A mapping without some of its keys; its other entries keep their places and their leaves.
  ///
  /// - Parameter keys: The keys that are left out.
  /// - Returns: The mapping.
  public func withoutKeys(_ keys: [String]) -> SourceNode {
    SourceNode(
      content: .mapping(entries.filter { !keys.contains($0.key) }), place: place, written: written, tag: tag,
      leaves: leaves, steps: steps)
  }
}
