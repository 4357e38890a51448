import Diagnostics
import Documents
import LabModel

/// A value's stored properties as a tree, whatever its type: how a plan sees words that have many settings.
///
/// What is empty or nil is left out. A list whose items have names becomes a tree by name, so that one that is added does
/// not look like a change of all that follow. Where a value says where it was declared, its tree comes from there.
enum ValueTree {
  /// The tree of a value; nil where nothing is in it.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - leftOut: The names of properties that are told elsewhere.
  /// - Returns: The tree, or nothing.
  static func node(_ value: Any, leavingOut leftOut: Set<String> = []) -> Node? { node(value, leftOut, depth: 0) }

  private static func node(_ value: Any, _ leftOut: Set<String>, depth: Int) -> Node? {
    switch value {
    case is SourceLocation: return nil
    case let text as String: return text.isEmpty ? nil : .string(text)
    case let number as Int: return .int(number)
    case let flag as Bool: return flag ? true : nil
    case let size as DataSize: return .string("\(size)")
    case let interval as Interval: return .string("\(interval)")
    case let id as ThingID: return .string("\(id.kind) \(id.name)")
    case let secret as SecretReference: return .string("\(secret)")
    case let address as NetworkAddress: return .string(address.text)
    default: break
    }
    // Values nest as deep as their types do; the limit is for those that hold themselves.
    guard depth < 64 else { return nil }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { node($0.value, leftOut, depth: depth + 1) }
    case .collection: return list(mirror.children.map(\.value), leftOut, depth)
    case .enum: return choice(value, mirror, leftOut, depth)
    default: return properties(mirror, leftOut, depth)
    }
  }

  private static func properties(_ mirror: Mirror, _ leftOut: Set<String>, _ depth: Int) -> Node? {
    let entries = mirror.children.compactMap { child -> (String, Node?)? in
      guard let label = child.label, !leftOut.contains(label) else { return nil }
      return node(child.value, leftOut, depth: depth + 1).map { (label, $0) }
    }
    let place = mirror.children.lazy.compactMap { $0.value as? SourceLocation }.first
    return entries.isEmpty ? nil : Node.mapping(entries).from(place)
  }

  /// A case by its name, with what it carries.
  private static func choice(_ value: Any, _ mirror: Mirror, _ leftOut: Set<String>, _ depth: Int) -> Node? {
    guard let payload = mirror.children.first, let name = payload.label else { return .string("\(value)") }
    guard let carried = node(payload.value, leftOut, depth: depth + 1) else { return .string(name) }
    return .mapping([(name, carried)])
  }

  private static func list(_ items: [Any], _ leftOut: Set<String>, _ depth: Int) -> Node? {
    if items.isEmpty { return nil }
    let names = items.map(name)
    let nodes = items.map { node($0, leftOut, depth: depth + 1) ?? .mapping([]) }
    guard !names.contains(nil), Set(names).count == names.count else { return .sequence(nodes) }
    return .mapping(zip(names, nodes).map { ($0.0 ?? "", Node?($0.1)) })
  }

  /// What tells an item from the others of its list.
  private static func name(_ item: Any) -> String? {
    if let text = item as? String { return text }
    for child in Mirror(reflecting: item).children where ["name", "path", "host", "key", "image"].contains(child.label)
    {
      if let text = child.value as? String { return text }
      if let text = child.value as? String?, let text { return text }
    }
    return nil
  }
}
