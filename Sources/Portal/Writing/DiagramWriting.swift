import Documents

extension PageWriter {
  /// The drawing inline, so that its links work and the page's colours reach it; below it the legend and a table.
  func write(_ diagram: PageDiagram, to html: inout HTML) {
    html.element("figure", class: "diagram") { figure in
      figure.element("div", class: "bar") { bar in
        bar.element("figcaption") { $0.text(diagram.caption) }
      }
      figure.element(
        "div", class: "canvas", .named("tabindex", "0"), .named("role", "group"), .aria("label", diagram.caption)
      ) {
        $0.raw(alreadyRendered: diagram.svg)
      }
      figure.element("ul", class: "legend") { legend in
        for entry in diagram.legend {
          legend.element("li") { item in
            item.element("span", .aria("hidden", "true")) { $0.raw(alreadyRendered: entry.sample) }
            item.text(entry.label)
          }
        }
      }
      figure.element("details") { details in
        details.element("summary") { $0.text("As a table") }
        write(diagram.table, to: &details)
      }
    }
  }
}
