import Diagnostics
import Documents

extension PageWriter {
  /// Kinds with their counts, and the pages beside this one: it does not grow with the lab.
  func writeNavigation(to html: inout HTML) {
    html.element(
      "nav", class: "navigation", id: "navigation", .flag("popover"), .aria("label", "Lab")
    ) { nav in
      nav.element("ul") { list in
        for id in [OverviewPages.landing, OverviewPages.addresses, OverviewPages.everything, ByHandPage.id] {
          guard let entry = site.directory[id] else { continue }
          let title = id == OverviewPages.landing ? "Overview" : entry.title
          writeItem(title, path: entry.path, isCurrent: id == page.id, kind: nil, count: nil, to: &list)
        }
      }
      writePages("When something fails", ResiliencePages.ids + [DrillsPage.id], to: &nav)
      let things = site.kinds.filter { !Self.care.contains($0) }
      writeGroup("The lab", things, to: &nav)
      writeGroup("Care", site.kinds.filter(Self.care.contains), to: &nav)
    }
  }

  private static let care: [PageKind] = [.runbook, .alert, .diagnostic, .artifact]

  private func writeGroup(_ title: String, _ kinds: [PageKind], to html: inout HTML) {
    html.element("h2") { $0.text(title) }
    html.element("ul") { list in
      for kind in kinds {
        guard let entry = site.directory[KindListPage.id(of: kind)] else { continue }
        let isOpen = kind == page.kind
        list.element("li", class: isOpen ? "open" : nil) { item in
          writeLink(
            kind.plural, path: entry.path, isCurrent: entry.id == page.id, kind: kind,
            count: site.directory.count(of: kind), to: &item)
          if isOpen { writeSiblings(of: kind, to: &item) }
        }
      }
    }
  }

  private func writePages(_ title: String, _ ids: [ThingID], to html: inout HTML) {
    let entries = ids.compactMap { site.directory[$0] }
    guard !entries.isEmpty else { return }
    html.element("h2") { $0.text(title) }
    html.element("ul") { list in
      for entry in entries {
        writeItem(entry.title, path: entry.path, isCurrent: entry.id == page.id, kind: nil, count: nil, to: &list)
      }
    }
  }

  private func writeSiblings(of kind: PageKind, to html: inout HTML) {
    html.element("ul") { list in
      for entry in site.directory.neighbours(of: page.id, kind: kind, limit: Self.siblingLimit) {
        writeItem(
          entry.shortTitle, path: entry.path, isCurrent: entry.id == page.id, kind: nil, count: nil, to: &list)
      }
    }
  }

  private func writeItem(
    _ title: String, path: String, isCurrent: Bool, kind: PageKind?, count: Int?, to html: inout HTML
  ) {
    html.element("li") { writeLink(title, path: path, isCurrent: isCurrent, kind: kind, count: count, to: &$0) }
  }

  private func writeLink(
    _ title: String, path: String, isCurrent: Bool, kind: PageKind?, count: Int?, to html: inout HTML
  ) {
    html.element("a", .href(root + path), .aria("current", isCurrent ? "page" : nil)) { link in
      if let kind { writeIcon(kind, to: &link) }
      link.element("span") { $0.text(title) }
      if let count { link.element("span", class: "count") { $0.text("\(count)") } }
    }
  }
}
