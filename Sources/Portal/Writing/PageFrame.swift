import Diagnostics
import Documents

extension PageWriter {
  /// The policy every page obeys: nothing from elsewhere, nothing inline.
  static let contentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"

  static let styles = ["base", "layout", "kinds", "parts", "listing", "diagram", "search", "runbook", "print"]
  static let scripts = ["tokens", "search", "search-box", "diagram", "page"]
  /// How many pages of its kind a page names in the navigation.
  static let siblingLimit = 40

  /// The whole page.
  func document() -> HTML {
    var html = HTML()
    html.doctype()
    html.element(
      "html", .named("lang", "en"), .data("root", root), .data("page", "\(page.id.kind)/\(page.id.name)")
    ) { document in
      document.element("head") { writeHead(to: &$0) }
      document.element("body") { body in
        body.element("a", class: "skip", .href("#content")) { $0.text("Skip to content") }
        writeHeader(to: &body)
        body.element("div", class: "frame") { frame in
          writeNavigation(to: &frame)
          frame.element("div", class: page.isWide ? "page wide" : "page") { element in
            element.element("main", id: "content", .named("tabindex", "-1")) { writeMain(to: &$0) }
            if !page.isWide { writeContents(to: &element) }
          }
        }
      }
    }
    return html
  }

  private func writeHead(to html: inout HTML) {
    html.element("meta", .named("charset", "utf-8"))
    html.element(
      "meta", .named("http-equiv", "Content-Security-Policy"), .named("content", Self.contentSecurityPolicy))
    html.element("meta", .named("name", "viewport"), .named("content", "width=device-width, initial-scale=1"))
    html.element("title") { $0.text(page.title == site.name ? site.name : "\(page.title) \u{B7} \(site.name)") }
    for style in Self.styles {
      html.element("link", .named("rel", "stylesheet"), .href("\(root)styles/\(style).css"))
    }
    html.element("script", .src("\(root)scripts/theme.js"))
    for script in Self.scripts { html.element("script", .src("\(root)scripts/\(script).js"), .flag("defer")) }
  }

  private func writeHeader(to html: inout HTML) {
    html.element("header", class: "header") { header in
      header.element("a", class: "brand", .href("\(root)index.html")) { brand in
        brand.element("span", class: "rack", .aria("hidden", "true"))
        brand.element("span") { $0.text(site.name) }
      }
      header.element("button", class: "menu", .named("type", "button"), .named("popovertarget", "navigation")) {
        button in
        button.element("span", .aria("hidden", "true")) { $0.text("\u{2630}") }
        button.text(" Menu")
      }
      header.element("div", class: "search") { search in
        search.element("form", .named("action", "\(root)a-z.html"), .named("role", "search")) { writeSearch(to: &$0) }
      }
      header.element("div", class: "header-links") { links in
        links.element("a", .href(address(KindListPage.id(of: .runbook)))) { $0.text("Runbooks") }
        links.element("a", .href(address(OverviewPages.addresses))) { $0.text("Addresses") }
        links.element("a", .href(address(OverviewPages.everything))) { $0.text("A to Z") }
      }
    }
  }

  private func writeSearch(to html: inout HTML) {
    html.element("span", class: "glass", .aria("hidden", "true"))
    html.element(
      "input", .named("type", "search"), .named("name", "q"), .aria("label", "Search"),
      .named("placeholder", "Name, address, port, symptom"), .named("autocomplete", "off"),
      .named("spellcheck", "false"))
    html.element("span", class: "key", .aria("hidden", "true")) { $0.text("/") }
  }

  private func writeMain(to html: inout HTML) {
    writeCrumbs(to: &html)
    html.element("div", class: "title kind-\(page.kind.id)") { title in
      if page.kind != .overview {
        title.element("span", class: "icon-tile", .aria("hidden", "true")) { writeIcon(page.kind, to: &$0) }
      }
      title.element("div") { text in
        text.element("div", class: "line") { line in
          line.element("h1") { $0.text(page.title) }
          if page.id.kind == page.kind.id && page.kind != .overview { writeBadge(page.kind, to: &line) }
        }
        if !page.summary.isEmpty { text.element("p", class: "summary") { write(page.summary, to: &$0) } }
        if let declared = page.declared {
          text.element("p", class: "source") { write([.text("Declared at "), .code(declared.description)], to: &$0) }
        }
      }
    }
    if !page.facts.isEmpty { write(page.facts, to: &html) }
    for section in page.sections {
      html.element("section", .aria("labelledby", section.id)) { element in
        element.element("h2", id: section.id) { $0.text(section.title) }
        write(section.blocks, to: &element)
      }
    }
    writeFooter(to: &html)
  }

  private func writeCrumbs(to html: inout HTML) {
    guard page.id != OverviewPages.landing else { return }
    html.element("nav", class: "crumbs", .aria("label", "Breadcrumb")) { nav in
      nav.element("ol") { list in
        list.element("li") { $0.element("a", .href("\(root)index.html")) { $0.text(site.name) } }
        let parent = KindListPage.id(of: page.kind)
        if parent != page.id, let address = address(parent) {
          list.element("li") { $0.element("a", .href(address)) { $0.text(page.kind.plural) } }
        }
        list.element("li", .aria("current", "page")) { $0.text(page.title) }
      }
    }
  }

  private func writeContents(to html: inout HTML) {
    guard page.sections.count > 1 else { return }
    html.element("nav", class: "contents", .aria("labelledby", "on-this-page")) { nav in
      nav.element("h2", id: "on-this-page") { $0.text("On this page") }
      nav.element("ul") { list in
        for section in page.sections {
          list.element("li") { $0.element("a", .href("#\(section.id)")) { $0.text(section.title) } }
        }
      }
    }
  }

  private func writeFooter(to html: inout HTML) {
    html.element("footer", class: "footer") { footer in
      footer.element("span") { $0.text("\(site.name), described in Swift, compiled by Rackbook") }
      footer.element("a", .href(address(OverviewPages.everything))) { $0.text("Everything, A to Z") }
    }
  }
}
