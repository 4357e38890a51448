import Diagnostics
import Documents

extension PageWriter {
  func write(_ blocks: [Block], to html: inout HTML) {
    for block in blocks { write(block, to: &html) }
  }

  private func write(_ block: Block, to html: inout HTML) {
    switch block {
    case .paragraph(let prose): html.element("p") { write(prose, to: &$0) }
    case .heading(let level, let prose):
      if level <= 3 {
        html.element("h3") { write(prose, to: &$0) }
      } else {
        html.element("h4") { write(prose, to: &$0) }
      }
    case .list(let start, let items): write(items, from: start, to: &html)
    case .quote(let blocks): html.element("blockquote") { write(blocks, to: &$0) }
    case .rule: html.element("hr")
    case .facts(let facts): write(facts, to: &html)
    case .table(let table): write(table, to: &html)
    case .relations(let lists): write(lists, to: &html)
    case .cards(let cards): write(cards, to: &html)
    case .tally(let cards): writeTally(cards, to: &html)
    case .links(let links):
      html.element("ul", class: "links") { list in
        for link in links { list.element("li") { write(link, to: &$0) } }
      }
    case .code(let text): writeCode(text, to: &html)
    case .example(let text, let marked): writeExample(text, marked: marked, to: &html)
    case .callout(let severity, let blocks):
      html.element("div", class: severity.map { "callout severity-\($0.rawValue)" } ?? "callout") {
        write(blocks, to: &$0)
      }
    case .symptoms(let symptoms):
      html.element("ul", class: "symptoms") { list in
        for symptom in symptoms { list.element("li") { write(symptom, to: &$0) } }
      }
    case .steps(let steps): write(steps, to: &html)
    case .diagram(let diagram): write(diagram, to: &html)
    case .listing(let listing): write(listing, to: &html)
    }
  }

  func write(_ facts: [PageFact], to html: inout HTML) {
    html.element("dl", class: "facts") { list in
      for fact in facts {
        list.element("div") { group in
          group.element("dt") { $0.text(fact.label) }
          for value in fact.values { group.element("dd") { write(value, to: &$0) } }
        }
      }
    }
  }

  private func write(_ items: [Block.ListItem], from start: Int?, to html: inout HTML) {
    func write(to list: inout HTML) {
      for item in items {
        list.element("li") { element in
          if let done = item.done { element.text(done ? "\u{2611} " : "\u{2610} ") }
          if case .paragraph(let prose)? = item.blocks.first {
            self.write(prose, to: &element)
            self.write(Array(item.blocks.dropFirst()), to: &element)
          } else {
            self.write(item.blocks, to: &element)
          }
        }
      }
    }
    if let start {
      html.element("ol", .named("start", start == 1 ? nil : "\(start)")) { write(to: &$0) }
    } else {
      html.element("ul") { write(to: &$0) }
    }
  }

  /// A table scrolls by itself on a narrow screen, so it can be reached by keyboard and has a name.
  func write(_ table: Table, to html: inout HTML) {
    html.element(
      "div", class: "table", .named("tabindex", "0"), .named("role", "group"), .aria("label", table.name)
    ) { frame in
      frame.element("table") { element in
        element.element("thead") {
          $0.element("tr") { row in
            for cell in table.head { row.element("th", .named("scope", "col")) { $0.text(cell) } }
          }
        }
        element.element("tbody") { body in
          for row in table.rows { write(row, to: &body) }
        }
      }
    }
  }

  private func write(_ row: Table.Row, to html: inout HTML) {
    html.element("tr", class: row.isFaint ? "free" : nil) { element in
      for (column, cell) in row.cells.enumerated() {
        if column == 0 {
          element.element("th", .named("scope", "row")) { write(cell, to: &$0) }
        } else {
          element.element("td") { write(cell, to: &$0) }
        }
      }
    }
  }

  private func write(_ lists: [Block.RelationList], to html: inout HTML) {
    html.element("div", class: "relations") { grid in
      for list in lists {
        grid.element("div") { box in
          box.element("h3") { $0.text(list.title) }
          if list.things.isEmpty {
            box.element("p", class: "quiet") { $0.text(list.nothing) }
          } else {
            box.element("ul") { items in
              for thing in list.things { items.element("li") { write([.page(thing, nil)], to: &$0) } }
            }
          }
        }
      }
    }
  }

  private func write(_ cards: [Block.Card], to html: inout HTML) {
    html.element("ul", class: "cards") { list in
      for card in cards {
        list.element("li", class: "card kind-\(card.kind.id)") { element in
          writeIcon(to: &element)
          element.element("div") { text in
            text.element("a", .href(address(card.target))) { $0.text(card.title) }
            if !card.text.isEmpty { text.element("p") { $0.text(card.text) } }
          }
        }
      }
    }
  }

  private func writeTally(_ cards: [Block.Card], to html: inout HTML) {
    html.element("ul", class: "cards tally") { list in
      for card in cards {
        list.element("li", class: "card kind-\(card.kind.id)") { element in
          writeIcon(to: &element)
          element.element("a", .href(address(card.target))) { link in
            link.element("strong") { $0.text(card.title) }
            link.text(" \(card.text)")
          }
        }
      }
    }
  }

  private func writeCode(_ text: String, to html: inout HTML) {
    html.element("div", class: "code") { frame in
      frame.element("pre", .named("tabindex", "0")) { $0.element("code") { $0.text(text) } }
    }
  }

  private func writeExample(_ text: String, marked: Set<Int>, to html: inout HTML) {
    html.element("div", class: "code") { frame in
      frame.element("pre", .named("tabindex", "0")) { pre in
        pre.element("code") { code in
          for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { code.text("\n") }
            if marked.contains(number) {
              code.element("mark") { $0.text(String(line)) }
            } else {
              code.text(String(line))
            }
          }
        }
      }
    }
  }

  private func write(_ steps: [Block.StepBlock], to html: inout HTML) {
    html.element("ol", class: "steps") { list in
      for step in steps {
        list.element("li", class: "step", id: "step-\(step.id)", .data("number", step.number)) { item in
          item.element("div", class: "head") { head in
            head.element("h3") { $0.text(step.title) }
            head.element("label", class: "tick") { label in
              label.element("input", .named("type", "checkbox"), .named("name", step.id))
              label.text(" Done")
            }
          }
          item.element("p", class: "meta") { write(step.meta, to: &$0) }
          write(step.blocks, to: &item)
        }
      }
    }
  }

  /// Lines that come from one declaration stand together, with its place beside them.
  private func write(_ listing: Block.Listing, to html: inout HTML) {
    html.element("div", class: "listing", .named("tabindex", "0"), .named("role", "group"), .aria("label", "Lines")) {
      frame in
      frame.element("table") { table in
        table.element("thead") {
          $0.element("tr") { row in
            for name in ["Line", "Text", "Comes from"] { row.element("th", .named("scope", "col")) { $0.text(name) } }
          }
        }
        table.element("tbody") { body in
          for group in listing.groups {
            body.element("tr", id: "line-\(group.first)") { row in
              row.element("td", class: "number") { $0.text("\(group.first)") }
              row.element("td") { $0.element("pre") { $0.text(group.lines.joined(separator: "\n")) } }
              row.element("td", class: "origin") { write(origin(of: group, in: listing), to: &$0) }
            }
          }
        }
      }
    }
  }

  private func origin(of group: Block.Listing.Group, in listing: Block.Listing) -> Prose {
    guard let origin = group.origin else { return [] }
    let owner = listing.owners[origin].map { id -> Prose in [.page(id, nil), .lineBreak] } ?? []
    return owner + [.quiet(origin.description)]
  }
}
