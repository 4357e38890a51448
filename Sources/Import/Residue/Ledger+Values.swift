import SourceDocuments

// Values that are carried by being asked for.

extension Ledger {
  /// The text of a scalar, which is carried; nil for anything else, which is left.
  func text(_ node: SourceNode?) -> String? { taken(node, node?.text) }

  /// The whole number of a scalar, which is carried.
  func integer(_ node: SourceNode?) -> Int? { taken(node, node?.integer) }

  /// The Boolean of a scalar, which is carried.
  func bool(_ node: SourceNode?) -> Bool? { taken(node, node?.bool) }

  /// The texts of a list of scalars, which is carried.
  func texts(_ node: SourceNode?) -> [String] {
    guard let node, node.items.allSatisfy({ $0.text != nil }) else { return [] }
    return taken(node, node.items.compactMap(\.text)) ?? []
  }

  /// Key and text of the entries of a mapping whose values are scalars; those are carried.
  func pairs(_ node: SourceNode?) -> [(key: String, value: String)] {
    (node?.entries ?? []).compactMap { entry in text(entry.value).map { (entry.key, $0) } }
  }

  private func taken<Value>(_ node: SourceNode?, _ value: Value?) -> Value? {
    if value != nil { carry(node) }
    return value
  }
}
