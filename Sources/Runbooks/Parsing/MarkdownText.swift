/// Markdown as plain text: for a terminal, a search index, a heading's words.
public enum MarkdownText {
  /// The words of running text; line ends become spaces, asked-for breaks become line ends.
  public static func plain(_ inlines: [MarkdownInline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let content), .strong(let content), .strikethrough(let content): plain(content)
      case .link(_, _, let content), .image(_, _, let content): plain(content)
      case .softBreak: " "
      case .lineBreak: "\n"
      }
    }.joined()
  }

  /// The words of blocks, a blank line between them; steps and what belongs to them are left out.
  public static func plain(_ blocks: [MarkdownBlock]) -> String {
    blocks.map(plain).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func plain(_ block: MarkdownBlock) -> String {
    switch block {
    case .paragraph(let content), .heading(_, let content): return plain(content)
    case .quote(let blocks): return plain(blocks)
    case .code(_, let text): return text
    case .list(let start, let items):
      return items.enumerated().map { index, item in
        let mark = start.map { "\($0 &+ index). " } ?? "- "
        let box = item.done.map { $0 ? "[x] " : "[ ] " } ?? ""
        return mark + box + plain(item.blocks)
      }.joined(separator: "\n")
    case .table(_, let header, let rows):
      return ([header] + rows).map { row in row.map(plain).joined(separator: " | ") }.joined(separator: "\n")
    case .rule, .step, .companion: return ""
    }
  }
}
