/// Why a tree could not be changed at a place.
public enum EditFailure: Error, Sendable, Hashable {
  /// There is no such place: how far the way goes, the part that is not there, and what is there instead.
  case noPlace(after: Pointer, missing: String, there: [String])
  /// The place would be inside something that holds nothing else, such as text.
  case noContainer(Pointer)
  /// The root of a document cannot be taken out.
  case root
}

extension Node {
  /// Whether both print the same, wherever they come from and whatever stands beside them as a comment.
  public func hasSameValue(as other: Node) -> Bool {
    switch (content, other.content) {
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.hasSameValue(as: $1) }
    case (.mapping(let left), .mapping(let right)):
      left.entries.count == right.entries.count
        && zip(left.entries, right.entries).allSatisfy {
          $0.key.utf8.elementsEqual($1.key.utf8) && $0.value.hasSameValue(as: $1.value)
        }
    default: content == other.content
    }
  }

  /// The node at a place.
  ///
  /// - Parameter pointer: The place.
  /// - Returns: The node.
  /// - Throws: ``EditFailure`` where there is no such place.
  public func node(at pointer: Pointer) throws(EditFailure) -> Node {
    var node = self
    for depth in pointer.tokens.indices {
      node = try node.child(pointer.tokens[depth], after: Array(pointer.tokens[..<depth]))
    }
    return node
  }

  /// Puts another node in the place of one that is there.
  ///
  /// - Parameters:
  ///   - pointer: The place.
  ///   - node: What stands there afterwards.
  /// - Throws: ``EditFailure`` where there is no such place.
  public mutating func replace(at pointer: Pointer, with node: Node) throws(EditFailure) {
    try change(pointer.tokens[...], after: []) { $0 = node }
  }

  /// Adds a node, as RFC 6902 has it: under a new key, in the place of an old one, or into a list before what is there.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - pointer: The place; what is around it must be there.
  /// - Throws: ``EditFailure`` where there is no such place.
  public mutating func add(_ node: Node, at pointer: Pointer) throws(EditFailure) {
    guard let last = pointer.tokens.last else {
      self = node
      return
    }
    let around = pointer.tokens.dropLast()
    try change(around, after: []) { (parent: inout Node) throws(EditFailure) in
      switch parent.content {
      case .mapping: parent[last] = node
      case .sequence(var items):
        let index = last == "-" ? items.count : try parent.index(last, after: Array(around), upTo: items.count)
        items.insert(node, at: index)
        parent.content = .sequence(items)
      default: throw .noContainer(Pointer(Array(around)))
      }
    }
  }

  /// Takes out the node at a place.
  ///
  /// - Parameter pointer: The place.
  /// - Throws: ``EditFailure`` where there is no such place.
  public mutating func remove(at pointer: Pointer) throws(EditFailure) {
    guard let last = pointer.tokens.last else { throw .root }
    let around = pointer.tokens.dropLast()
    try change(around, after: []) { (parent: inout Node) throws(EditFailure) in
      _ = try parent.child(last, after: Array(around))
      if case .sequence(var items) = parent.content {
        items.remove(at: try parent.index(last, after: Array(around), upTo: items.count - 1))
        parent.content = .sequence(items)
      } else {
        parent[last] = nil
      }
    }
  }

  /// Merges a tree into the one at a place, as RFC 7396 has it: mappings key by key, ``null`` takes a key out, anything
  /// else replaces what is there.
  ///
  /// - Parameters:
  ///   - patch: What is merged.
  ///   - pointer: The place.
  /// - Throws: ``EditFailure`` where there is no such place, or a key that is to be taken out is not there.
  public mutating func merge(_ patch: Node, at pointer: Pointer) throws(EditFailure) {
    try change(pointer.tokens[...], after: []) { (target: inout Node) throws(EditFailure) in
      try target.merge(patch, after: pointer.tokens)
    }
  }

  private mutating func merge(_ patch: Node, after walked: [String]) throws(EditFailure) {
    guard case .mapping(let changes) = patch.content, case .mapping(var entries) = content else {
      self = patch
      return
    }
    for change in changes.entries {
      let place = walked + [change.key]
      if change.value.content == .null {
        _ = try child(change.key, after: walked)
        entries[change.key] = nil
      } else if var present = entries[change.key] {
        try present.merge(change.value.from(change.value.origin ?? patch.origin), after: place)
        entries[change.key] = present
      } else {
        entries[change.key] = change.value.from(change.value.origin ?? patch.origin)
      }
    }
    content = .mapping(entries)
  }

  /// Walks down to a place and changes what is there.
  private mutating func change(
    _ tokens: ArraySlice<String>, after walked: [String], _ body: (inout Node) throws(EditFailure) -> Void
  ) throws(EditFailure) {
    guard let token = tokens.first else { return try body(&self) }
    var child = try child(token, after: walked)
    try child.change(tokens.dropFirst(), after: walked + [token], body)
    if case .sequence(var items) = content {
      items[try index(token, after: walked, upTo: items.count - 1)] = child
      content = .sequence(items)
    } else {
      self[token] = child
    }
  }

  private func child(_ token: String, after walked: [String]) throws(EditFailure) -> Node {
    switch content {
    case .mapping(let mapping):
      guard let child = mapping[token] else {
        throw .noPlace(after: Pointer(walked), missing: token, there: mapping.entries.map(\.key))
      }
      return child
    case .sequence(let items):
      return items[try index(token, after: walked, upTo: items.count - 1)]
    default: throw .noContainer(Pointer(walked))
    }
  }

  /// The place of an item in a list, from its number or from what one of its keys holds.
  private func index(_ token: String, after walked: [String], upTo last: Int) throws(EditFailure) -> Int {
    guard case .sequence(let items) = content else { throw .noContainer(Pointer(walked)) }
    let isNumber = !token.isEmpty && token.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isNumber, token == "0" || !token.hasPrefix("0"), let index = Int(token), index <= last { return index }
    if let equals = token.firstIndex(of: "=") {
      let (key, value) = (String(token[..<equals]), String(token[token.index(after: equals)...]))
      let matches = items.indices.filter { items[$0][key]?.content == .string(value) }
      if matches.count == 1, let match = matches.first { return match }
    }
    let names = items.compactMap { item -> String? in
      if case .string(let name)? = item["name"]?.content { "name=\(name)" } else { nil }
    }
    throw .noPlace(after: Pointer(walked), missing: token, there: items.indices.map { "\($0)" } + names)
  }
}
