import Diagnostics
import Documents

/// The head that every object in a namespace has.
struct KubernetesObject {
  var apiVersion: String
  var kind: String
  var name: String
  var namespace: String
  var labels: Node
  var annotations: [(String, Node?)] = []

  /// The object with the rest of its fields.
  func with(_ fields: [(String, Node?)], from origin: SourceLocation) -> Node {
    let metadata: [(String, Node?)] = [
      ("name", .string(name)), ("namespace", .string(namespace)), ("labels", labels),
      ("annotations", annotations.isEmpty ? nil : .mapping(annotations)),
    ]
    return Node.mapping(
      [("apiVersion", .string(apiVersion)), ("kind", .string(kind)), ("metadata", .mapping(metadata))] + fields
    ).from(origin)
  }
}

extension Node {
  /// A mapping, or nothing where it would be empty.
  static func present(_ entries: [(String, Node?)]) -> Node? {
    entries.contains { $0.1 != nil } ? .mapping(entries) : nil
  }

  /// A list, or nothing where it would be empty.
  static func present(_ items: [Node]) -> Node? { items.isEmpty ? nil : .sequence(items) }

  /// A list of texts, or nothing where it would be empty.
  static func present(_ items: [String]) -> Node? { items.isEmpty ? nil : .strings(items) }
}
