import Documents

/// What a work has given, as far as it is looked at; never shown or kept, since secrets may be in it.
struct WorkReport: Sendable {
  /// How many bytes of output are looked at.
  static let kept = 1 << 20

  /// The exit code, where it exited.
  var exitCode: Int32?
  /// The output, or an answer's body; errors are no part of it.
  var output: [UInt8] = []
  /// The status of an HTTP answer.
  var status: Int?
  /// The headers of an HTTP answer, by their names in lower case; of several with one name, the values joined by commas.
  var headers: [String: String] = [:]
  /// Whether there was more output than is looked at.
  var isCut = false

  /// A part of it, as texts: one, or the items of a list; nothing where there is none.
  func select(_ selector: Selector) throws(Misjudgement) -> [String]? {
    switch selector {
    case .exit: return exitCode.map { ["\($0)"] }
    case .status: return status.map { ["\($0)"] }
    case .header(let name): return headers[name.lowercased()].map { [$0] }
    case .output: return [try text()]
    case .match(let source): return try match(source)
    case .json(let source): return try json(source)
    }
  }

  /// The output without the blanks and line ends around it.
  private func text() throws(Misjudgement) -> String {
    guard !isCut else { throw Misjudgement("there is more output than can be looked at, 1 MiB") }
    let isBlank: (UInt8) -> Bool = { [0x09, 0x0A, 0x0D, 0x20].contains($0) }
    guard let first = output.firstIndex(where: { !isBlank($0) }), let last = output.lastIndex(where: { !isBlank($0) })
    else { return "" }
    guard let text = String(validating: output[first...last], as: UTF8.self) else {
      throw Misjudgement("the output is no UTF-8 text")
    }
    return text
  }

  private func match(_ source: String) throws(Misjudgement) -> [String]? {
    guard let match = try RegularExpression.firstMatch(of: source, in: text()) else { return nil }
    return (match.hasGroup ? match.group : match.text).map { [$0] }
  }

  private func json(_ source: String) throws(Misjudgement) -> [String]? {
    guard let path = JSONPath(source) else {
      throw Misjudgement("\(source.shown) is no path such as $.items[0].name")
    }
    let text = try text()
    let root: Node
    do throws(JSONReader.Unreadable) { root = try JSONReader.read(Array(text.utf8)) } catch {
      throw Misjudgement("the output is no JSON: \(error)")
    }
    guard let node = path.follow(root) else { return nil }
    if case .sequence(let items) = node.content {
      var texts: [String] = []
      for item in items { texts.append(try Self.text(of: item, at: source) ?? "") }
      return texts
    }
    return try Self.text(of: node, at: source).map { [$0] }
  }

  private static func text(of node: Node, at path: String) throws(Misjudgement) -> String? {
    switch node.content {
    case .null: return nil
    case .bool(let value): return value ? "true" : "false"
    case .int(let value): return "\(value)"
    case .double(let value): return "\(value)"
    case .string(let value): return value
    case .sequence, .mapping: throw Misjudgement("'\(path)' leads to more than a value")
    }
  }
}
