/// What a change of one field of a resource means.
///
/// ```swift
/// FieldRule("memory", "memory", unit: .bytes, Consequence(.restart, "the VM is rebooted"))
/// ```
public struct FieldRule: Sendable, Hashable {
  /// How the numbers of a field are to be read.
  public enum Unit: Sendable, Hashable {
    /// A number, or no number at all.
    case plain
    /// Bytes.
    case bytes
    /// Seconds.
    case seconds
  }

  /// The names that lead to the field.
  ///
  /// `*` stands for any name. A rule holds for everything below its path, too.
  public var path: [String]
  /// What people call it; a `*` stands for the first name that one of the path's stands for.
  public var label: String
  /// How its numbers are to be read.
  public var unit: Unit
  /// What follows when the value changes.
  public var changed: Consequence
  /// What follows when the field appears.
  public var added: Consequence
  /// What follows when the field goes.
  public var removed: Consequence
  /// What follows when its number grows.
  public var grown: Consequence
  /// What follows when its number shrinks.
  public var shrunk: Consequence

  /// States a rule.
  ///
  /// - Parameters:
  ///   - path: The names that lead to the field, joined by dots; `*` stands for any name.
  ///   - label: What people call it.
  ///   - unit: How its numbers are to be read.
  ///   - changed: What follows when the value changes.
  ///   - added: What follows when it appears; as for a change unless said otherwise.
  ///   - removed: What follows when it goes; as for a change unless said otherwise.
  ///   - grown: What follows when its number grows; as for a change unless said otherwise.
  ///   - shrunk: What follows when its number shrinks; as for a change unless said otherwise.
  public init(
    _ path: String, _ label: String, unit: Unit = .plain, _ changed: Consequence = .nothing,
    added: Consequence? = nil, removed: Consequence? = nil, grown: Consequence? = nil, shrunk: Consequence? = nil
  ) {
    self.path = path.split(separator: ".").map(String.init)
    self.label = label
    self.unit = unit
    self.changed = changed
    self.added = added ?? changed
    self.removed = removed ?? changed
    self.grown = grown ?? changed
    self.shrunk = shrunk ?? changed
  }

  /// Whether the rule is about a field, or about something that the field is a part of.
  public func holds(for field: [String]) -> Bool {
    path.count <= field.count && zip(path, field).allSatisfy { $0 == "*" || $0 == $1 }
  }

  /// What people call a field that the rule holds for, such as `volume data, size`.
  public func label(for field: [String]) -> String {
    let names = zip(path, field).filter { $0.0 == "*" }.map(\.1)
    var label = label
    if let star = label.firstIndex(of: "*"), let name = names.first {
      label.replaceSubrange(star...star, with: name)
    }
    return ([label] + field.dropFirst(path.count)).joined(separator: ", ")
  }
}
