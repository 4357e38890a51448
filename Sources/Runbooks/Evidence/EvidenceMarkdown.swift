import Documents

/// Writes evidence as Markdown; what people and programs wrote is escaped by ``Documents/Markdown``.
enum EvidenceMarkdown {
  /// The whole text.
  static func text(_ page: EvidencePage) -> String {
    var parts = ["# \(Markdown.text(page.title))\n"]
    for section in page.sections {
      parts.append("## \(Markdown.text(section.title))\n")
      parts += section.blocks.map(text)
    }
    return parts.joined(separator: "\n")
  }

  private static func text(_ block: EvidencePage.Block) -> String {
    switch block {
    case .facts(let facts):
      table(
        ["", ""], facts.map { [Markdown.text($0.name), $0.isCode ? cell($0.value) : Markdown.text($0.value)] })
    case .table(let head, let rows): table(head.map(Markdown.text), rows.map { $0.map(Markdown.text) })
    case .paragraph(let text): "\(Markdown.text(text))\n"
    case .heading(let text): "### \(Markdown.text(text))\n"
    case .verbatim(let text): Markdown.block(Visible.text(text), in: "text")
    }
  }

  /// Code in a cell of a table, where a bar would end the cell even between backquotes.
  private static func cell(_ text: String) -> String { text.contains("|") ? Markdown.text(text) : Markdown.code(text) }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    let lines = [head, head.map { _ in "---" }] + rows
    return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }
}
