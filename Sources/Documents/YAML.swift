import Diagnostics

/// Prints trees as YAML that every parser in the field reads the same way: block style, two spaces, lists indented under
/// their key, lines never folded, text of several lines as a literal block.
///
/// Whatever a YAML 1.1 or 1.2 parser could take for something other than text is quoted, keys included.
public enum YAML {
  /// Prints one document.
  ///
  /// - Parameters:
  ///   - node: The document.
  ///   - header: Comment lines above it, without their `#`.
  /// - Returns: The lines, the first of which is the header's or `---`.
  public static func print(_ node: Node, header: [String] = []) -> PrintedText {
    print(documents: [node], header: header)
  }

  /// Prints several documents into one file.
  ///
  /// - Parameters:
  ///   - documents: The documents, each of which starts with `---`.
  ///   - header: Comment lines above the first, without their `#`.
  /// - Returns: The lines of all documents.
  public static func print(documents: [Node], header: [String] = []) -> PrintedText {
    var printer = YAMLPrinter()
    let first = documents.first.map { LineOrigin(of: $0, inside: nil) }
    for line in header { printer.comment(line, indent: 0, origin: first) }
    for document in documents {
      printer.out.put("---")
      printer.out.endLine(LineOrigin(of: document, inside: nil))
      printer.document(document)
    }
    return printer.out.printed
  }
}

struct YAMLPrinter {
  var out = TextWriter()

  mutating func document(_ node: Node) {
    let origin = LineOrigin(of: node, inside: nil)
    comment(node.comment, indent: 0, origin: origin)
    switch node.content {
    case .mapping(let mapping) where !mapping.entries.isEmpty:
      entries(mapping, indent: 0, origin: origin)
    case .sequence(let items) where !items.isEmpty:
      sequence(items, indent: 0, origin: origin)
    default:
      scalar(node, indent: 0, origin: origin)
    }
  }

  /// The entries of a mapping, one below the other; the first may continue the line of a list's dash.
  private mutating func entries(
    _ mapping: Mapping, indent: Int, origin: LineOrigin, continuesLine: Bool = false
  ) {
    for (index, entry) in mapping.entries.enumerated() {
      let origin = LineOrigin(of: entry.value, inside: origin)
      if index > 0 || !continuesLine {
        comment(entry.value.comment, indent: indent, origin: origin)
        out.put(spaces: indent)
      }
      key(entry.key, indent: indent, origin: origin)
      value(entry.value, indent: indent, origin: origin)
    }
  }

  private mutating func key(_ key: String, indent: Int, origin: LineOrigin) {
    // Parsers look at most 1,024 characters ahead for the colon of a key; a longer key needs a question mark.
    let isLong = key.utf8.count > 80 && YAMLScalar.quotedLength(key) > 1000
    if isLong { out.put("? ") }
    YAMLScalar.putOnOneLine(key, to: &out)
    if isLong {
      out.endLine(origin)
      out.put(spaces: indent)
    }
    out.put(Ascii.colon)
  }

  private mutating func value(_ node: Node, indent: Int, origin: LineOrigin) {
    switch node.content {
    case .mapping(let mapping) where !mapping.entries.isEmpty:
      out.endLine(origin)
      entries(mapping, indent: indent + 2, origin: origin)
    case .sequence(let items) where !items.isEmpty:
      out.endLine(origin)
      sequence(items, indent: indent + 2, origin: origin)
    default:
      out.put(Ascii.space)
      scalar(node, indent: indent + 2, origin: origin)
    }
  }

  private mutating func sequence(_ items: [Node], indent: Int, origin: LineOrigin) {
    for (index, item) in items.enumerated() {
      let origin = LineOrigin(of: item, inside: origin)
      // Outermost items are plays, tasks, steps: people write an empty line between those.
      if indent == 0, index > 0, case .mapping = item.content { out.endLine(origin) }
      comment(item.comment, indent: indent, origin: origin)
      if case .mapping(let mapping) = item.content, let first = mapping.entries.first {
        comment(first.value.comment, indent: indent, origin: LineOrigin(of: first.value, inside: origin))
        out.put(spaces: indent)
        out.put("- ")
        entries(mapping, indent: indent + 2, origin: origin, continuesLine: true)
      } else {
        out.put(spaces: indent)
        out.put(Ascii.dash)
        value(item, indent: indent, origin: origin)
      }
    }
  }

  private mutating func scalar(_ node: Node, indent: Int, origin: LineOrigin) {
    switch node.content {
    case .null: out.put("null")
    case .bool(let value): out.put(value ? "true" : "false")
    case .int(let value): out.put(String(value))
    case .double(let value): out.put(YAMLScalar.number(value))
    case .string(let text):
      let style = YAMLScalar.style(of: text)
      if style == .literal {
        literal(text, indent: max(indent, 2), origin: origin)
        return
      }
      YAMLScalar.put(text, as: style, to: &out)
    case .sequence: out.put("[]")
    case .mapping: out.put("{}")
    }
    out.endLine(origin)
  }

  private mutating func literal(_ text: String, indent: Int, origin: LineOrigin) {
    var lines = text.utf8.split(separator: Ascii.newline, omittingEmptySubsequences: false)
    out.put(UInt8(ascii: "|"))
    // A block whose first line is indented, or empty, must say how far the block itself is indented.
    if let first = lines.first?.first, first != Ascii.space, first != Ascii.tab {} else { out.put("2") }
    if lines.last?.isEmpty == true { lines.removeLast() } else { out.put(Ascii.dash) }
    out.endLine(origin)
    for line in lines {
      if !line.isEmpty { out.put(spaces: indent) }
      out.put(utf8: line)
      out.endLine(origin)
    }
  }

  mutating func comment(_ comment: String?, indent: Int, origin: LineOrigin?) {
    guard let comment else { return }
    for line in CommentText.lines(of: comment) {
      out.put(spaces: indent)
      out.put(line.isEmpty ? "#" : "# ")
      out.put(line)
      out.endLine(origin?.place, and: origin?.others ?? [])
    }
  }
}
