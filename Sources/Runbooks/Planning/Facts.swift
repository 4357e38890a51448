import Diagnostics

/// What a lab knows about a thing, as runbooks ask for it: dotted keys such as `cluster.first-etcd`, in the order they
/// were set.
public struct Facts: Sendable, Hashable {
  /// One fact.
  public struct Fact: Sendable, Hashable {
    /// One text, or the words of a list.
    public var value: Value
    /// Where the lab says so.
    public var origin: SourceLocation?
  }

  /// A fact's value.
  public enum Value: Sendable, Hashable {
    /// One text; one word for a script.
    case text(String)
    /// A list; several words for a script, joined by commas in prose.
    case list([String])
  }

  private var own: [String] = []
  private var facts: [String: Fact] = [:]
  /// What these facts are added to: one set, or none.
  private var outer: [Facts] = []

  /// Starts with no facts.
  public init() {}

  /// Starts with the facts of others, which are seen and not copied: each runbook of a lab adds its few to the lab's many.
  public init(addedTo outer: Facts) { self.outer = [outer] }

  /// The keys, in the order they were set.
  public var keys: [String] {
    outer.flatMap(\.keys) + own.filter { key in !outer.contains { $0[key] != nil } }
  }

  /// Sets a fact, in the place of an earlier one of the same key.
  ///
  /// - Parameters:
  ///   - key: At least two words joined by dots, each `[a-z0-9][a-z0-9_-]*`; no placeholder can
  ///     name another, nor one that begins with `input.`.
  ///   - value: One text.
  ///   - origin: Where the lab says so.
  public mutating func set(_ key: String, _ value: String, origin: SourceLocation? = nil) {
    set(key, .text(value), origin: origin)
  }

  /// Sets a fact that is a list.
  ///
  /// - Parameters:
  ///   - key: At least two words joined by dots, each `[a-z0-9][a-z0-9_-]*`; no placeholder can
  ///     name another, nor one that begins with `input.`.
  ///   - values: The words of the list.
  ///   - origin: Where the lab says so.
  public mutating func set(_ key: String, _ values: [String], origin: SourceLocation? = nil) {
    set(key, .list(values), origin: origin)
  }

  private mutating func set(_ key: String, _ value: Value, origin: SourceLocation?) {
    let fact = Fact(value: value, origin: origin)
    if facts.updateValue(fact, forKey: key) == nil { own.append(key) }
  }

  /// The fact of a key.
  public subscript(_ key: String) -> Fact? { facts[key] ?? outer.first?[key] }
}
