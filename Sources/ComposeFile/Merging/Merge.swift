/// Lays one file over another by the rules of the Compose specification: mappings are merged, lists are appended, scalars
/// are replaced, and the lists that have a key keep one item for each key.
struct Merge {
  let state: LoadingState

  /// Lays a whole project over another.
  func project(_ base: ComposeNode, _ over: ComposeNode) -> ComposeNode {
    node(base, over, path: [])
  }

  /// Lays a service over the one it extends.
  func service(_ base: ComposeNode, _ over: ComposeNode) -> ComposeNode {
    node(base, over, path: ["services", "*"])
  }

  /// Lays one value over another.
  func node(_ base: ComposeNode, _ over: ComposeNode, path: [String]) -> ComposeNode {
    if over.tag == .override || MergeRules.replaces(path) { return replaced(base, over) }
    switch (base.content, over.content) {
    case (_, .null):
      if MergeRules.takesNothing(path) { return replaced(base, over) }
      state.replace(over, by: base.place)
      return base
    case (.mapping(let below), .mapping(let above)):
      if path.suffix(1) == ["logging"], let old = below["driver"]?.text, let new = above["driver"]?.text, old != new {
        return replaced(base, over)
      }
      return ComposeNode(.mapping(mapping(below, above, path: path)), at: base.places + over.places)
    case (.sequence(let below), .sequence(let above)):
      let joined = ComposeNode(.sequence(below + above), at: base.places + over.places)
      return unique(joined, path: path)
    default: return replaced(base, over)
    }
  }

  private func mapping(_ below: ComposeMapping, _ above: ComposeMapping, path: [String]) -> ComposeMapping {
    var result = below
    for (key, value) in above.entries {
      guard value.tag != .reset else {
        if let removed = result[key] { state.replace(removed, by: value.place) }
        state.settleAll(value, .applied("removes what stands below it"))
        result[key] = nil
        continue
      }
      result[key] = result[key].map { node($0, value, path: path + [key]) } ?? value
    }
    return result
  }

  private func replaced(_ base: ComposeNode, _ over: ComposeNode) -> ComposeNode {
    state.replace(base, by: over.place)
    var result = over
    result.tag = nil
    return result
  }

  /// Keeps the last item for each key of a list, at the place of the first.
  func unique(_ node: ComposeNode, path: [String]) -> ComposeNode {
    guard let items = node.items, let key = MergeRules.key(path) else { return node }
    var kept: [ComposeNode] = []
    var places: [String: Int] = [:]
    for item in items {
      let name = key(item)
      if let index = places[name] {
        kept[index] = path.last == "config" ? merged(kept[index], item, path) : again(kept[index], item)
      } else {
        places[name] = kept.count
        kept.append(item)
      }
    }
    return node.with(.sequence(kept))
  }

  /// The pools of a network are merged by subnet.
  private func merged(_ base: ComposeNode, _ over: ComposeNode, _ path: [String]) -> ComposeNode {
    self.node(base, over, path: path + ["*"])
  }

  private func again(_ base: ComposeNode, _ over: ComposeNode) -> ComposeNode {
    if base.content == over.content { return ComposeNode(over.content, at: base.places + over.places) }
    state.replace(base, by: over.place)
    return over
  }

  /// Applies ``unique(_:path:)`` everywhere, and takes away what is left of merge tags.
  func settled(_ node: ComposeNode, path: [String]) -> ComposeNode {
    var result = node
    result.tag = nil
    if let mapping = node.mapping {
      result.content = .mapping(
        mapping.compactMapValues { key, value in
          guard value.tag != .reset else {
            state.settleAll(value, .applied("removes what stands below it"))
            return nil
          }
          return settled(value, path: path + [key])
        })
    } else if let items = node.items {
      let rest = items.filter { $0.tag != .reset }
      for item in items where item.tag == .reset { state.settleAll(item, .applied("is removed")) }
      result = unique(
        result.with(.sequence(rest.map { settled($0, path: path + ["[]"]) })), path: path)
    }
    return result
  }
}
