import Diagnostics
internal import Yams

/// Turns what Yams reads into ``SourceNode``s, and counts what it costs.
struct YAMLReader {
  let path: String
  let limits: SourceFile.Limits
  var leafCount = 0
  private var nodeCount = 0

  init(path: String, limits: SourceFile.Limits) {
    self.path = path
    self.limits = limits
  }

  mutating func documents(of text: String) throws(SourceFailure) -> [SourceNode] {
    if let line = try lineOfKeyThatIsNoText(in: text) {
      throw failure(SourceRules.bounded, line, "a key that is an alias, a list or a mapping is not read")
    }
    var documents: [SourceNode] = []
    var roots = try parsed(text)
    while let root = roots.next() {
      let node = try node(root, below: nil, depth: 0)
      if !node.isNull { documents.append(node) }
    }
    if let error = roots.error { throw failure(error) }
    return documents
  }

  private func lineOfKeyThatIsNoText(in text: String) throws(SourceFailure) -> Int? {
    do {
      return try KeyScan.lineOfKeyThatIsNoText(in: text)
    } catch {
      throw failure(error)
    }
  }

  private func parsed(_ text: String) throws(SourceFailure) -> YamlSequence<Node> {
    do {
      return try compose_all(yaml: text)
    } catch {
      throw failure(error)
    }
  }

  private mutating func node(_ node: Node, below steps: PathStep?, depth: Int) throws(SourceFailure) -> SourceNode {
    let line = node.mark?.line ?? 1
    nodeCount += 1
    guard nodeCount <= limits.nodes else {
      throw failure(SourceRules.bounded, line, "more than \(limits.nodes) nodes, with aliases expanded")
    }
    guard depth < limits.depth else {
      throw failure(SourceRules.bounded, line, "nested deeper than \(limits.depth) levels")
    }
    let first = leafCount
    let content: SourceNode.Content
    var written = ""
    switch node {
    case .scalar(let scalar):
      leafCount += 1
      written = scalar.string
      content = ScalarResolution.content(of: scalar)
    case .sequence(let items):
      content = .sequence(try self.items(items, below: steps, depth: depth))
      if items.isEmpty { leafCount += 1 }
    case .mapping(let mapping):
      content = .mapping(try entries(mapping, below: steps, depth: depth))
      if leafCount == first { leafCount += 1 }
    case .alias:
      throw failure(SourceRules.wellFormed, line, "an alias without an anchor")
    }
    return SourceNode(
      content: content, place: SourceLocation(path, line), written: written, tag: ScalarResolution.ownTag(of: node),
      leaves: first..<leafCount, steps: steps)
  }

  private mutating func items(
    _ items: Node.Sequence, below steps: PathStep?, depth: Int
  ) throws(SourceFailure) -> [SourceNode] {
    var nodes: [SourceNode] = []
    nodes.reserveCapacity(items.count)
    for item in items {
      nodes.append(try node(item, below: PathStep("[\(nodes.count)]", below: steps), depth: depth + 1))
    }
    return nodes
  }

  private mutating func entries(
    _ mapping: Node.Mapping, below steps: PathStep?, depth: Int
  ) throws(SourceFailure) -> [SourceNode.Entry] {
    var pairs: [(key: Node.Scalar, value: Node)] = []
    var places: [String: Int] = [:]
    var merged: [Node] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        throw failure(SourceRules.wellFormed, key.mark?.line ?? 1, "a key is text, not a list or a mapping")
      }
      if scalar.string == "<<", scalar.style == .plain {
        merged.append(value)
      } else if places.updateValue(pairs.count, forKey: scalar.string) == nil {
        pairs.append((scalar, value))
      } else {
        throw failure(SourceRules.keysOnce, scalar.mark?.line ?? 1, "'\(scalar.string)' stands twice in one mapping")
      }
    }
    for value in merged {
      for (key, value) in try pairsToMerge(value, depth: depth) where places[key.string] == nil {
        places[key.string] = pairs.count
        pairs.append((key, value))
      }
    }
    return try nodes(of: pairs, below: steps, depth: depth)
  }

  private mutating func nodes(
    of pairs: [(key: Node.Scalar, value: Node)], below steps: PathStep?, depth: Int
  ) throws(SourceFailure) -> [SourceNode.Entry] {
    var entries: [SourceNode.Entry] = []
    entries.reserveCapacity(pairs.count)
    for (key, value) in pairs {
      let below = PathStep(PathStep.step(for: key.string), below: steps)
      entries.append(
        SourceNode.Entry(
          key: key.string, place: SourceLocation(path, key.mark?.line ?? 1),
          value: try node(value, below: below, depth: depth + 1)))
    }
    return entries
  }

  /// What `<<` adds: the entries of a mapping, or of each mapping of a list, the first one winning.
  private mutating func pairsToMerge(
    _ value: Node, depth: Int
  ) throws(SourceFailure) -> [(key: Node.Scalar, value: Node)] {
    let line = value.mark?.line ?? 1
    nodeCount += 1
    guard depth < limits.depth, nodeCount <= limits.nodes else {
      throw failure(SourceRules.bounded, line, "'<<' merges more than \(limits.nodes) nodes")
    }
    var pairs: [(key: Node.Scalar, value: Node)] = []
    var merged: [(key: Node.Scalar, value: Node)] = []
    switch value {
    case .mapping(let mapping):
      for (key, value) in mapping {
        guard case .scalar(let scalar) = key else { continue }
        if scalar.string == "<<", scalar.style == .plain {
          merged += try pairsToMerge(value, depth: depth + 1)
        } else {
          pairs.append((scalar, value))
        }
      }
    case .sequence(let items):
      for item in items { pairs += try pairsToMerge(item, depth: depth + 1) }
    default:
      throw failure(SourceRules.wellFormed, line, "'<<' takes a mapping or a list of mappings")
    }
    nodeCount += pairs.count + merged.count
    return pairs + merged
  }

  private func failure(_ rule: Rule, _ line: Int, _ message: String) -> SourceFailure {
    SourceFailure(rule.diagnostic(at: SourceLocation(path, line), message))
  }

  private func failure(_ error: any Error) -> SourceFailure {
    switch error {
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
      return failure(SourceRules.keysOnce, context.mark.line, "\(keys) stands twice in one mapping")
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return failure(SourceRules.wellFormed, mark.line, problem)
    default:
      return failure(SourceRules.wellFormed, 1, "'\(path)' is not YAML")
    }
  }
}

extension PathStep {
  /// A key as a step of a path; one with dots or brackets stands in brackets: `annotations["a.b/c"]`.
  static func step(for key: String) -> String {
    let isPlain =
      !key.isEmpty
      && key.utf8.allSatisfy { byte in
        byte != UInt8(ascii: ".") && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "\"") && byte > 0x20
      }
    return isPlain ? ".\(key)" : "[\"\(key)\"]"
  }
}
