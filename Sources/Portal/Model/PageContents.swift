import Diagnostics

/// What a page says and where it leads, gathered from its blocks: for the search and for the check of links.
struct PageContents {
  private(set) var texts: [String] = []
  private(set) var links: [ThingID] = []

  init(_ page: Page) {
    read(page.summary)
    for fact in page.facts {
      texts.append(fact.label)
      for value in fact.values { read(value) }
    }
    for section in page.sections {
      let count = texts.count
      for block in section.blocks { read(block) }
      if !section.isSearched { texts.removeSubrange(count...) }
    }
  }

  private mutating func read(_ prose: Prose) {
    for inline in prose {
      switch inline {
      case .text(let text), .code(let text), .quiet(let text), .step(_, let text): texts.append(text)
      case .strong(let inner), .emphasis(let inner), .strikethrough(let inner), .link(_, let inner): read(inner)
      case .page(let id, let label):
        links.append(id)
        texts.append(label ?? id.name)
      case .severity, .due, .kind, .lineBreak: break
      }
    }
  }

  private mutating func read(_ block: Block) {
    switch block {
    case .paragraph(let prose), .heading(_, let prose): read(prose)
    case .list(_, let items): for item in items { for block in item.blocks { read(block) } }
    case .quote(let blocks), .callout(_, let blocks): for block in blocks { read(block) }
    case .facts(let facts): for fact in facts { for value in fact.values { read(value) } }
    case .table(let table): read(table)
    case .relations(let lists): for list in lists { for thing in list.things { read([.page(thing, nil)]) } }
    case .cards(let cards), .tally(let cards):
      for card in cards {
        links.append(card.target)
        texts += [card.title, card.text]
      }
    case .links(let links), .symptoms(let links): for link in links { read(link) }
    case .code(let text): texts.append(text)
    case .steps(let steps): for step in steps { read(step) }
    case .diagram(let diagram): read(diagram.table)
    case .listing(let listing):
      for id in Set(listing.origins.compactMap { $0 }) { links += listing.owners[id].map { [$0] } ?? [] }
    case .rule, .example: break
    }
  }

  private mutating func read(_ table: Table) {
    for row in table.rows { for cell in row.cells { read(cell) } }
  }

  private mutating func read(_ step: Block.StepBlock) {
    texts.append(step.title)
    read(step.meta)
    for block in step.blocks { read(block) }
  }
}
