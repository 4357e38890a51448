import Analysis
import Blueprint
import Diagnostics
import Documents
import LabModel
import ShippedFiles

/// The documentation portal: plain files that open without a server, a network or JavaScript.
public enum Portal {
  /// The folder of the portal below the build folder.
  public static let folder = "portal"

  /// All files of a lab's portal, in a fixed order.
  ///
  /// - Parameters:
  ///   - content: What it shows.
  ///   - log: Where links that lead nowhere are reported.
  /// - Returns: Pages, the search index, styles and scripts, below ``folder``.
  public static func artifacts(of content: PortalContent, reporting log: inout DiagnosticLog) -> [Artifact] {
    let index = ContentIndex(content)
    var pages = pages(index)
    var diagrams = DiagramSections(lab: content.lab, directory: PageDirectory(pages))
    for position in pages.indices { diagrams.add(to: &pages[position], reporting: &log) }
    let site = PageWriter.Site(
      name: content.lab.name, directory: PageDirectory(pages),
      kinds: index.kinds + [.runbook, .alert, .diagnostic, .artifact])
    reportDeadLinks(in: pages, site.directory, to: &log)
    let written = pages.compactMap { page in
      site.directory[page.id].map { artifact($0.path, PageWriter(page, of: site).document().printed) }
    }
    let search = artifact("search-index.js", PrintedText(searchIndex(of: pages, in: site)))
    let answers = artifact("graph.json", JSON.print(content.lab.analysis.tree))
    return written + [search, answers] + assets
  }

  /// Every page, the overviews first.
  private static func pages(_ index: ContentIndex) -> [Page] {
    let content = index.content
    let overviews = OverviewPages(index: index)
    let lists = (index.kinds + [.runbook, .alert, .diagnostic, .artifact]).map {
      KindListPage(index: index, kind: $0).page
    }
    let losses = LossSections(content.lab)
    var pages = content.lab.things.map { ThingPage(index: index, thing: $0, loss: losses[$0.id]).page }
    pages += content.runbooks.map { RunbookPage(index: index, runbook: $0).page }
    pages += content.blueprint.alerts.map { AlertPage(index: index, resource: $0).page }
    pages += content.rules.map { RulePage(index: index, rule: $0).page }
    pages += content.artifacts.map { ArtifactPage(index: index, artifact: $0).page }
    let byHand = ByHandPage(index: index).page.map { [$0] } ?? []
    let drills = DrillsPage(index: index).page.map { [$0] } ?? []
    return [overviews.landing, overviews.addressesPage, overviews.everything(pages)] + byHand + drills
      + ResiliencePages(lab: content.lab).pages + lists + pages
  }

  /// Says of each thing that is linked to and has no page, once, where the first such link is.
  private static func reportDeadLinks(in pages: [Page], _ directory: PageDirectory, to log: inout DiagnosticLog) {
    var sources: [ThingID: [ThingID]] = [:]
    for page in pages where page.isSearched {
      for link in Set(PageContents(page).links) where directory[link] == nil {
        sources[link, default: []].append(page.id)
      }
    }
    for (target, pages) in sources.sorted(by: { $0.key < $1.key }) {
      let first = pages.min() ?? target
      let others = pages.count > 1 ? " and \(pages.count - 1) more" : ""
      log.add(PortalRules.deadLink.diagnostic(about: first, "\(target) has no page, but \(first)\(others) links to it"))
    }
  }

  private static func searchIndex(of pages: [Page], in site: PageWriter.Site) -> String {
    var index = SearchIndex(kinds: site.kinds)
    for page in pages where page.isSearched {
      let summary = page.summary.plain
      index.add(
        SearchEntry(
          kind: page.kind.id, title: page.title, path: site.directory[page.id]?.path ?? "", summary: summary,
          aliases: page.aliases, headings: page.sections.map { .init(text: $0.title, anchor: $0.id) },
          body: PageContents(page).texts))
    }
    return index.script
  }

  /// Styles and scripts, as they are in the repository's `site/`.
  private static var assets: [Artifact] {
    ShippedFiles.paths(below: "site").compactMap { path in
      ShippedFiles.bytes(of: path).map { artifact(String(path.dropFirst("site/".count)), PrintedText(bytes: $0)) }
    }
  }

  private static func artifact(_ path: String, _ text: PrintedText) -> Artifact {
    Artifact("\(folder)/\(path)", text)
  }
}
