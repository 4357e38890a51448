import Diagnostics
import Documents

/// Writes the parts of one page as HTML; links are relative, so that pages open from files.
struct PageWriter {
  /// What all pages share.
  struct Site: Sendable {
    /// The lab's name.
    var name: String
    var directory: PageDirectory
    /// Kinds in the order of the navigation.
    var kinds: [PageKind]
  }

  let site: Site
  let page: Page
  /// The way from this page to the portal's folder: `../`, or nothing.
  let root: String

  init(_ page: Page, of site: Site) {
    self.site = site
    self.page = page
    root = site.directory.root(of: page.id)
  }

  /// The address of a page as seen from this one; nil where there is no such page.
  func address(_ id: ThingID) -> String? {
    site.directory[id].map { root + $0.path }
  }

  func write(_ prose: Prose, to html: inout HTML) {
    for inline in prose { write(inline, to: &html) }
  }

  private func write(_ inline: Inline, to html: inout HTML) {
    switch inline {
    case .text(let text): html.text(text)
    case .code(let text): html.element("code") { $0.text(text) }
    case .strong(let prose): html.element("strong") { write(prose, to: &$0) }
    case .emphasis(let prose): html.element("em") { write(prose, to: &$0) }
    case .strikethrough(let prose): html.element("del") { write(prose, to: &$0) }
    case .quiet(let text): html.element("span", class: "quiet") { $0.text(text) }
    case .page(let id, let label): writeLink(to: id, label, to: &html)
    case .step(let id, let title): html.element("a", .href("#step-\(id)")) { $0.text(title) }
    case .link(let address, let prose): html.element("a", .href(address)) { write(prose, to: &$0) }
    case .severity(let severity, let text):
      html.element("span", class: "badge severity-\(severity.rawValue)") { $0.text(text) }
    case .due(let day):
      html.element("time", class: "due", .named("datetime", day)) { $0.text(day) }
    case .kind(let kind): writeBadge(kind, to: &html)
    case .lineBreak: html.element("br")
    }
  }

  /// A link with the icon of its kind; where there is no such page, its text.
  private func writeLink(to id: ThingID, _ label: String?, to html: inout HTML) {
    guard let entry = site.directory[id] else {
      html.text(label ?? id.name)
      return
    }
    html.element("a", class: "thing kind-\(entry.kind.id)", .href(root + entry.path)) {
      writeIcon(to: &$0)
      $0.element("span") { $0.text(label ?? entry.title) }
    }
  }

  func writeBadge(_ kind: PageKind, to html: inout HTML) {
    html.element("span", class: "badge kind-\(kind.id)") {
      writeIcon(to: &$0)
      $0.text(kind.label)
    }
  }

  /// The shape of the kind of the element around it, or of the given kind.
  func writeIcon(_ kind: PageKind? = nil, to html: inout HTML) {
    html.element("span", class: kind.map { "icon kind-\($0.id)" } ?? "icon")
  }
}
