/// Fills in the placeholders of a page; those that have no fact are reported elsewhere, at their lines.
struct MarkdownFiller {
  let filler: TemplateFiller

  func fill(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] { blocks.map(fill) }

  private func fill(_ block: MarkdownBlock) -> MarkdownBlock {
    switch block {
    case .paragraph(let content): .paragraph(fill(content))
    case .heading(let level, let content): .heading(level: level, content: fill(content))
    case .quote(let blocks): .quote(fill(blocks))
    case .list(let start, let items):
      .list(start: start, items: items.map { MarkdownBlock.Item(done: $0.done, blocks: fill($0.blocks)) })
    case .code(let language, let text): .code(language: language, text: fill(text))
    case .table(let alignments, let header, let rows):
      .table(alignments: alignments, header: header.map(fill), rows: rows.map { $0.map(fill) })
    case .rule, .step, .companion: block
    }
  }

  private func fill(_ inlines: [MarkdownInline]) -> [MarkdownInline] { inlines.map(fill) }

  private func fill(_ inline: MarkdownInline) -> MarkdownInline {
    switch inline {
    case .text(let text): .text(fill(text))
    case .code(let text): .code(fill(text))
    case .emphasis(let content): .emphasis(fill(content))
    case .strong(let content): .strong(fill(content))
    case .strikethrough(let content): .strikethrough(fill(content))
    case .link(let address, let title, let content):
      .link(address: fill(address), title: fill(title), content: fill(content))
    case .image(let address, let title, let description):
      .image(address: fill(address), title: fill(title), description: fill(description))
    case .softBreak, .lineBreak: inline
    }
  }

  private func fill(_ text: String) -> String {
    var filler = filler
    return filler.prose(Template(text, firstLine: 1)).description
  }
}
