import Diagnostics
import Runbooks

/// Markdown of a runbook as blocks of a page.
///
/// Steps are made by the runbook's page, which knows their commands.
struct MarkdownBlocks {
  let runbook: ResolvedRunbook
  let index: ContentIndex
  /// What stands at the place of a step.
  let step: (String) -> [Block]

  func blocks(_ markdown: [MarkdownBlock]) -> [Block] {
    markdown.flatMap(blocks)
  }

  func blocks(_ markdown: MarkdownBlock) -> [Block] {
    switch markdown {
    case .paragraph(let content): return [.paragraph(prose(content))]
    case .heading(let level, let content): return [.heading(level: max(3, min(level, 4)), prose(content))]
    case .quote(let inner): return [.quote(blocks(inner))]
    case .list(let start, let items):
      return [.list(start: start, items.map { .init(done: $0.done, blocks: blocks($0.blocks)) })]
    case .code(_, let text): return [.code(text)]
    case .table(_, let header, let rows):
      let head = header.map { prose($0).plain }
      return [.table(Table(head.joined(separator: ", "), head: head, rows: rows.map { Table.Row($0.map(prose)) }))]
    case .rule: return [.rule]
    case .step(let id): return step(id)
    case .companion: return []
    }
  }

  func prose(_ content: [MarkdownInline]) -> Prose {
    content.map { inline in
      switch inline {
      case .text(let text): .text(text)
      case .code(let text): sibling(text) ?? .code(text)
      case .emphasis(let inner): .emphasis(prose(inner))
      case .strong(let inner): .strong(prose(inner))
      case .strikethrough(let inner): .strikethrough(prose(inner))
      case .link(let address, _, let inner): link(address, prose(inner))
      case .image(let address, _, let description): .link(address, prose(description))
      case .softBreak: .text(" ")
      case .lineBreak: .lineBreak
      }
    }
  }

  /// The name of another runbook for the same thing leads to it.
  private func sibling(_ name: String) -> Inline? {
    guard let thing = runbook.thing, name != runbook.id.split(separator: "/").last ?? "" else { return nil }
    let id = "\(thing.name)/\(name)"
    return index.content.runbooks.contains { $0.id == id } ? .page(ThingID(PageKind.runbook.id, id), name) : nil
  }

  /// A link to another runbook's file leads to that runbook's page, best of all for the same thing.
  private func link(_ address: String, _ text: Prose) -> Inline {
    let file = address.prefix { $0 != "#" }
    guard file.hasSuffix(".md"), !file.contains(":") else { return .link(address, text) }
    let path = Self.resolve(String(file), beside: runbook.location.file)
    let targets = index.content.runbooks.filter { $0.location.file == path }
    let target = targets.first { $0.thing == runbook.thing } ?? targets.first
    return .page(ThingID(PageKind.runbook.id, target?.id ?? path), text.plain)
  }

  private static func resolve(_ path: String, beside file: String) -> String {
    var parts = file.split(separator: "/").dropLast()
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
