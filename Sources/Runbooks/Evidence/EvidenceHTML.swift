import Documents

/// Writes evidence as one HTML file that needs nothing else; what people and programs wrote is escaped by
/// ``Documents/HTML``.
enum EvidenceHTML {
  /// The whole file.
  static func text(_ page: EvidencePage) -> String {
    var html = HTML()
    html.doctype()
    html.element("html", .named("lang", "en")) { html in
      html.element("head") { head in
        head.element("meta", .named("charset", "utf-8"))
        head.element("meta", .named("name", "viewport"), .named("content", "width=device-width, initial-scale=1"))
        head.element(
          "meta", .named("http-equiv", "Content-Security-Policy"),
          .named("content", "default-src 'none'; style-src 'unsafe-inline'"))
        head.element("title") { $0.text(page.title) }
        head.element("style") { $0.raw(alreadyRendered: styles) }
      }
      html.element("body") { body in
        body.element("main") { main in
          main.element("h1") { $0.text(page.title) }
          for section in page.sections {
            main.element("section") { part in
              part.element("h2") { $0.text(section.title) }
              for block in section.blocks { write(block, to: &part) }
            }
          }
        }
      }
    }
    return html.text
  }

  private static func write(_ block: EvidencePage.Block, to html: inout HTML) {
    switch block {
    case .facts(let facts):
      html.element("table", class: "facts") { table in
        table.element("tbody") { body in
          for fact in facts {
            body.element("tr") { row in
              row.element("th", .named("scope", "row")) { $0.text(fact.name) }
              row.element("td", class: fact.isCode ? "code" : nil) { $0.text(Visible.line(fact.value)) }
            }
          }
        }
      }
    case .table(let head, let rows): write(head, rows, to: &html)
    case .paragraph(let text): html.element("p") { $0.text(Visible.line(text)) }
    case .heading(let text): html.element("h3") { $0.text(Visible.line(text)) }
    case .verbatim(let text): html.element("pre") { $0.text(Visible.text(text)) }
    }
  }

  private static func write(_ head: [String], _ rows: [[String]], to html: inout HTML) {
    html.element("table") { table in
      table.element("thead") { part in
        part.element("tr") { row in for name in head { row.element("th", .named("scope", "col")) { $0.text(name) } } }
      }
      table.element("tbody") { body in
        for cells in rows {
          body.element("tr") { row in for cell in cells { row.element("td") { $0.text(Visible.line(cell)) } } }
        }
      }
    }
  }

  /// Readable on a screen, light and dark, and on A4 paper; a step is kept on one page where it fits.
  private static let styles = """
    :root { color-scheme: light dark }
    body { font: 16px/1.5 system-ui, sans-serif; margin: 0 }
    main { max-width: 60rem; margin: 0 auto; padding: 1rem }
    h1 { font-size: 1.6rem } h2 { font-size: 1.25rem; margin-top: 2rem } h3 { font-size: 1rem; margin-top: 1.5rem }
    table { border-collapse: collapse; width: 100%; font-size: .875rem }
    th, td { border: 1px solid #8888; padding: .25rem .5rem; text-align: left; vertical-align: top }
    td { overflow-wrap: anywhere }
    .facts th { width: 12rem; font-weight: 600 }
    .code, pre { font-family: ui-monospace, monospace }
    pre { border: 1px solid #8888; padding: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8125rem }
    @page { size: A4; margin: 18mm 16mm }
    @media print {
      :root { color-scheme: light }
      body { font-size: 10pt } main { max-width: none; padding: 0 }
      h2, h3 { break-after: avoid } tr, pre { break-inside: avoid }
      thead { display: table-header-group }
    }

    """
}
