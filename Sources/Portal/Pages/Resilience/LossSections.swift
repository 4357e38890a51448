import Analysis
import Diagnostics
import LabModel

/// What the page of each thing says of its loss: what dies, what works worse, and why.
struct LossSections {
  /// How many things a page names of each; it must not grow with the lab.
  private static let limit = 10
  /// How many links of a chain of reasons are shown.
  private static let chain = 3

  private let lab: ResolvedLab
  private var sections: [ThingID: Section] = [:]

  /// Loses each thing of a lab once.
  init(_ lab: ResolvedLab) {
    self.lab = lab
    var sections: [ThingID: Section] = [:]
    lab.analysis.forEachImpact { id, impact in
      let isAlone = lab.graph.relations(of: id).isEmpty && lab.graph.relations(to: id).isEmpty
      guard !isAlone || impact.deaths > 0 else { return }
      sections[id] = Self.section(id, impact)
    }
    self.sections = sections
  }

  /// The section of a thing; nil where the lab says nothing of what needs it.
  subscript(_ id: ThingID) -> Section? { sections[id] }

  private static func section(_ id: ThingID, _ impact: Impact) -> Section {
    let degrades = impact.degrades
    var blocks: [Block] = []
    if impact.deaths == 0, degrades.isEmpty {
      blocks.append(.paragraph([.text("Nothing else dies or works worse.")]))
    }
    if impact.deaths > 0 {
      let rows = impact.dies(atMost: limit).map { Table.Row([[.page($0, nil)], reason(impact.path(to: $0))]) }
      blocks.append(.table(Table("What dies", head: ["Dies: \(impact.deaths)", "Because it"], rows: rows)))
    }
    if !degrades.isEmpty {
      let rows = degrades.prefix(limit).map { Table.Row([[.page($0.thing, nil)], [.text("loses \($0.loss)")]]) }
      blocks.append(.table(Table("What works worse", head: ["Works worse", "Because it"], rows: Array(rows))))
    }
    if impact.deaths > limit || degrades.count > limit {
      blocks.append(.paragraph([.text("All of it: "), .code("impact \(id.path)")]))
    }
    var section = Section("loss", "When it is lost", blocks)
    // What dies with a thing has a page of its own, which the search is to find.
    section.isSearched = false
    return section
  }

  private static func reason(_ path: [Impact.Step]) -> Prose {
    var prose: Prose = []
    for (number, step) in path.prefix(chain).enumerated() {
      prose += [.text(number == 0 ? "\(step.words) " : ", which \(step.words) "), .page(step.cause, nil)]
    }
    if path.count > chain { prose.append(.quiet(", and \(path.count - chain) more")) }
    return prose
  }
}
