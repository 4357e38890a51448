import Documents

extension JSONPath {
  /// What it leads to; nothing where it leads nowhere.
  func follow(_ root: Node) -> Node? {
    var node = root
    for step in steps {
      switch (step, node.content) {
      case (.member(let name), .mapping):
        guard let next = node[name] else { return nil }
        node = next
      case (.index(let index), .sequence(let items)):
        guard items.indices.contains(index) else { return nil }
        node = items[index]
      default: return nil
      }
    }
    return node
  }
}
