import Diagnostics
import Diagrams
import LabModel

/// Puts diagrams on pages: all on the first page, each on the lists of the kinds that it shows.
///
/// It runs when every page has its address, for the drawings carry links.
struct DiagramSections {
  let lab: ResolvedLab
  let directory: PageDirectory
  /// The little pictures of legends, each drawn once: they hold no links.
  private var samples: [Diagram.LegendEntry: String] = [:]

  init(lab: ResolvedLab, directory: PageDirectory) {
    self.lab = lab
    self.directory = directory
  }

  /// Adds what belongs on a page; a drawing that fails is reported, and its page goes without.
  mutating func add(to page: inout Page, reporting log: inout DiagnosticLog) {
    let root = directory.root(of: page.id)
    let address = { [directory] (thing: ThingID) in directory[thing].map { root + $0.path } }
    for diagram in diagrams(on: page.id, address) where !diagram.links.isEmpty || diagram.things.count > 1 {
      do {
        let section = Section("diagram-\(diagram.id)", diagram.title, [.diagram(try pageDiagram(diagram))])
        page.sections.insert(section, at: page.id == OverviewPages.landing ? page.sections.count : 0)
      } catch {
        log.add(
          PortalRules.drawing.diagnostic(about: page.id, "the diagram '\(diagram.title)' cannot be drawn: \(error)"))
      }
    }
  }

  private func diagrams(on page: ThingID, _ address: @escaping (ThingID) -> String?) -> [Diagram] {
    switch page {
    case OverviewPages.landing:
      [Diagram.networks(of: lab, page: address), .physical(of: lab, page: address)]
        + [.dependencyOverview(of: lab, page: address)]
    case ThingID("list", "network"): [.networks(of: lab, page: address)]
    case ThingID("list", "host"): [.physical(of: lab, page: address)]
    case ThingID("list", "service"): [.dependencyOverview(of: lab, page: address)]
    case _ where lab[page] is any Place:
      Diagram.dependencies(ofPlace: page, in: lab, page: address).map { [$0] } ?? []
    default: []
    }
  }

  private mutating func pageDiagram(_ diagram: Diagram) throws -> PageDiagram {
    let rows = diagram.links.map { link in
      Table.Row([[.page(link.from, nil)], [.text(link.words)], [.page(link.to, nil)]])
    }
    return PageDiagram(
      caption: diagram.summary, svg: try diagram.svg(),
      legend: try diagram.legend.map { .init(sample: try sample($0), label: $0.label) },
      table: Table("Lines of the diagram", head: ["From", "Relation", "To"], rows: rows))
  }

  private mutating func sample(_ entry: Diagram.LegendEntry) throws -> String {
    if let known = samples[entry] { return known }
    let drawn = try entry.svg()
    samples[entry] = drawn
    return drawn
  }
}
