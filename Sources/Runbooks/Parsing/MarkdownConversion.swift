import CMarkGFM

/// Turns cmark's nodes into values.
///
/// Nodes are told apart by the names of their types, since those of the extensions are global variables in C.
struct MarkdownConversion {
  let heading: (String) -> Void
  let code: (CodeBlock) -> MarkdownBlock

  func blocks(under parent: OpaquePointer, depth: Int) throws -> [MarkdownBlock] {
    guard depth <= MarkdownReader.deepestNesting else {
      throw MarkdownReader.Failure.nestedTooDeeply(line: Int(cmark_node_get_start_line(parent)))
    }
    return try children(of: parent).compactMap { try block($0, depth: depth + 1) }
  }

  private func block(_ node: OpaquePointer, depth: Int) throws -> MarkdownBlock? {
    switch type(of: node) {
    case "paragraph": return .paragraph(try inlines(under: node, depth: depth))
    case "heading":
      let content = try inlines(under: node, depth: depth)
      heading(MarkdownText.plain(content))
      return .heading(level: Int(cmark_node_get_heading_level(node)), content: content)
    case "block_quote": return .quote(try blocks(under: node, depth: depth))
    case "list":
      let ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: ordered ? Int(cmark_node_get_list_start(node)) : nil,
        items: try children(of: node).map { try item($0, depth: depth + 1) })
    case "code_block": return code(codeBlock(node))
    case "table": return try table(node, depth: depth)
    case "thematic_break": return .rule
    default: return nil
    }
  }

  private func item(_ node: OpaquePointer, depth: Int) throws -> MarkdownBlock.Item {
    let done = type(of: node) == "tasklist" ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil
    return MarkdownBlock.Item(done: done, blocks: try blocks(under: node, depth: depth))
  }

  private func codeBlock(_ node: OpaquePointer) -> CodeBlock {
    let start = Int(cmark_node_get_start_line(node))
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    let fenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
    return CodeBlock(
      info: fenced ? text(cmark_node_get_fence_info(node)) : "", text: text(cmark_node_get_literal(node)),
      lines: start...max(start, Int(cmark_node_get_end_line(node))), isFenced: fenced)
  }

  private func table(_ node: OpaquePointer, depth: Int) throws -> MarkdownBlock {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    let letters = cmark_gfm_extensions_get_table_alignments(node)
    let alignments = (0..<columns).map { column -> MarkdownBlock.Alignment in
      switch letters.map({ $0[column] }) ?? 0 {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .unset
      }
    }
    let rows = try children(of: node).map { row in
      try children(of: row).map { try inlines(under: $0, depth: depth + 1) }
    }
    return .table(alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private func inlines(under parent: OpaquePointer, depth: Int) throws -> [MarkdownInline] {
    guard depth <= MarkdownReader.deepestNesting else {
      throw MarkdownReader.Failure.nestedTooDeeply(line: Int(cmark_node_get_start_line(parent)))
    }
    return try children(of: parent).compactMap { try inline($0, depth: depth + 1) }
  }

  private func inline(_ node: OpaquePointer, depth: Int) throws -> MarkdownInline? {
    switch type(of: node) {
    case "text": return .text(text(cmark_node_get_literal(node)))
    case "code": return .code(text(cmark_node_get_literal(node)))
    case "softbreak": return .softBreak
    case "linebreak": return .lineBreak
    case "emph": return .emphasis(try inlines(under: node, depth: depth))
    case "strong": return .strong(try inlines(under: node, depth: depth))
    case "strikethrough": return .strikethrough(try inlines(under: node, depth: depth))
    case "link":
      return .link(
        address: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)),
        content: try inlines(under: node, depth: depth))
    case "image":
      return .image(
        address: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)),
        description: try inlines(under: node, depth: depth))
    default: return nil
    }
  }

  private func children(of node: OpaquePointer) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      found.append(child)
      next = cmark_node_next(child)
    }
    return found
  }

  private func type(of node: OpaquePointer) -> String { text(cmark_node_get_type_string(node)) }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
