import Diagnostics
import SourceDocuments
import Yams

/// Reads the YAML of one file into values with places; anchors, merge keys and tags are followed here.
struct YAMLReader {
  let file: String
  let state: LoadingState
  private var path: [String] = []

  init(file: String, state: LoadingState) {
    self.file = file
    self.state = state
  }

  /// The documents of a file.
  ///
  /// - Parameter text: The file's text.
  /// - Returns: One mapping for each document that is not empty; a mistake is told to the state.
  mutating func documents(of text: String) -> [ComposeNode] {
    do {
      guard try isHarmless(text) else { return [] }
      var documents = try Yams.compose_all(yaml: text, .default, .default, .utf8)
      var read: [ComposeNode] = []
      while let root = documents.next() {
        let place = place(of: root.mark)
        if let node = value(root, at: [place], depth: 0), !node.isNull { read.append(node) }
      }
      if let error = documents.error { throw error }
      return read
    } catch {
      report(error)
      return []
    }
  }

  /// Refuses texts on which the YAML parser would work for ever: keys that are aliases, lists or mappings.
  private func isHarmless(_ text: String) throws -> Bool {
    guard let line = try KeyScan.lineOfKeyThatIsNoText(in: text) else { return true }
    state.report(
      ComposeRules.tooLarge, at: ComposePlace(file, line, 1),
      "a key that is an alias, a list or a mapping, in a file with aliases, is not read",
      solutions: ["write the key out"])
    return false
  }

  private mutating func value(_ node: Yams.Node, at places: [ComposePlace], depth: Int) -> ComposeNode? {
    guard state.countValue(at: places.last ?? place(of: node.mark)), depth <= state.limits.depth else {
      if depth > state.limits.depth {
        state.report(
          ComposeRules.tooLarge, at: place(of: node.mark), "values are nested more than \(state.limits.depth) deep")
      }
      return nil
    }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, at: places)
    case .sequence(let sequence):
      let tag = mergeTag(sequence.tag.description, sequence.mark)
      var items: [ComposeNode] = []
      for (index, item) in sequence.enumerated() {
        path.append("[\(index)]")
        defer { path.removeLast() }
        var place = place(of: item.mark)
        place.isItem = true
        state.register(place, path: path)
        guard let item = value(item, at: [place], depth: depth + 1) else { return nil }
        items.append(item)
      }
      return ComposeNode(.sequence(items), at: places, tag: tag)
    case .mapping(let mapping): return self.mapping(mapping, at: places, depth: depth)
    case .alias: return nil
    }
  }

  private mutating func mapping(_ mapping: Yams.Node.Mapping, at places: [ComposePlace], depth: Int) -> ComposeNode? {
    let tag = mergeTag(mapping.tag.description, mapping.mark)
    var entries = ComposeMapping()
    var merged: [ComposeNode] = []
    for (key, item) in mapping {
      guard let name = keyName(key) else { return nil }
      let place = place(of: key.mark)
      path.append(name)
      defer { path.removeLast() }
      state.register(place, path: path)
      guard let value = value(item, at: [place], depth: depth + 1) else { return nil }
      if name == "<<", key.scalar?.style == .plain {
        state.settle(place, .applied("its mapping is merged into this one"))
        merged += value.items ?? [value]
      } else {
        entries[name] = value
      }
    }
    for source in merged {
      guard let fields = source.mapping else {
        state.report(ComposeRules.wrongType, at: source.place, "a merge key takes mappings, not \(source.kind)")
        continue
      }
      for (key, value) in fields.entries {
        if let own = entries[key] {
          state.replace(value, by: own.place)
        } else {
          entries[key] = value
        }
      }
    }
    return ComposeNode(.mapping(entries), at: places, tag: tag)
  }

  private func keyName(_ key: Yams.Node) -> String? {
    if case .scalar(let scalar) = key {
      let isPlain = scalar.style == .plain
      if !isPlain || scalar.string == "<<" { return scalar.string }
      if case .string(let text) = PlainScalar.content(of: scalar.string) { return text }
    }
    state.report(
      ComposeRules.wrongType, at: place(of: key.mark),
      "\(key.scalar.map { "'\($0.string)'" } ?? "a list or a mapping") is not text, as a key must be",
      solutions: ["put the key in quotes"])
    return nil
  }

  private func scalar(_ scalar: Yams.Node.Scalar, at places: [ComposePlace]) -> ComposeNode? {
    let text = scalar.string
    guard Placeholder.isAbsent(in: text), !text.unicodeScalars.contains("\u{0}") else {
      state.report(ComposeRules.unreadable, at: place(of: scalar.mark), "a character that no Compose file needs (NUL)")
      return nil
    }
    let name = scalar.tag.description
    switch name {
    case "!reset", "!override":
      return ComposeNode(PlainScalar.content(of: text), at: places, tag: .init(rawValue: name))
    case "", "!":
      return ComposeNode(
        scalar.style == .plain && name.isEmpty ? PlainScalar.content(of: text) : .string(text), at: places)
    case "tag:yaml.org,2002:str": return ComposeNode(.string(text), at: places)
    case "tag:yaml.org,2002:null": return ComposeNode(.null, at: places)
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:float":
      return ComposeNode(PlainScalar.content(of: text), at: places)
    default:
      state.report(
        ComposeRules.syntax, at: place(of: scalar.mark), "the tag '\(name)' means nothing in a Compose file",
        solutions: ["`!reset` and `!override` are the tags that Compose knows"])
      return nil
    }
  }

  private func mergeTag(_ name: String, _ mark: Mark?) -> ComposeNode.MergeTag? {
    switch name {
    case "", "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:omap": return nil
    default:
      let tag = ComposeNode.MergeTag(rawValue: name)
      if tag == nil {
        state.report(
          ComposeRules.syntax, at: place(of: mark), "the tag '\(name)' means nothing in a Compose file",
          solutions: ["`!reset` and `!override` are the tags that Compose knows"])
      }
      return tag
    }
  }

  private func place(of mark: Mark?) -> ComposePlace {
    ComposePlace(file, mark?.line ?? 1, mark?.column ?? 1)
  }

  private func report(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      state.report(ComposeRules.syntax, at: place(of: mark), "YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      for key in keys {
        state.report(ComposeRules.duplicateKey, at: place(of: context.mark), "the key '\(key)' stands twice")
      }
    case .reader(let problem, _, _, _):
      state.report(ComposeRules.unreadable, at: ComposePlace(file, 1, 1), "not readable as text: \(problem)")
    default: state.report(ComposeRules.syntax, at: ComposePlace(file, 1, 1), "the YAML parser gave up")
    }
  }
}
