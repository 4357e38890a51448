import Analysis
import Diagnostics
import LabModel

/// The pages on what can go wrong: single points of failure, start order, rings, capacity, recovery.
struct ResiliencePages {
  static let singlePoints = ThingID(PageKind.overview.id, "single-points-of-failure")
  static let order = ThingID(PageKind.overview.id, "start-order")
  static let rings = ThingID(PageKind.overview.id, "bootstrap-cycles")
  static let capacity = ThingID(PageKind.overview.id, "capacity")
  static let recovery = ThingID(PageKind.overview.id, "recovery")
  /// All of them, in the order of the navigation.
  static let ids = [singlePoints, order, rings, capacity, recovery]
  /// How many rows a table has at most: a page is to open on a phone, also for a lab of ten thousand services.
  static let limit = 300

  let lab: ResolvedLab

  /// The pages; those that would be empty are left out.
  var pages: [Page] {
    let analysis = lab.analysis
    return [
      SinglePointsPage(analysis: analysis).page, StartOrderPage(analysis: analysis).page,
      BootstrapPage(analysis: analysis).page, CapacityPage(analysis: analysis).page,
      RecoveryPage(analysis: analysis).page,
    ].filter { !$0.sections.isEmpty }
  }

  /// A page of its own kind, which the navigation finds and the search does not.
  static func page(_ id: ThingID, _ title: String, _ summary: String, _ sections: [Section]) -> Page {
    var page = Page(id: id, kind: PageKind.overview, title: title, summary: [.text(summary)])
    page.sections = sections.filter { !$0.blocks.isEmpty }
    page.isSearched = false
    return page
  }

  /// A table with at most ``limit`` rows, and where the rest is; nothing without rows.
  ///
  /// - Parameters:
  ///   - name: What it is for those who cannot see it.
  ///   - head: Its headings.
  ///   - rows: Its rows.
  ///   - command: The subcommand that prints all of them.
  /// - Returns: The blocks.
  static func table(_ name: String, head: [String], _ rows: [[Prose]], all command: String) -> [Block] {
    guard !rows.isEmpty else { return [] }
    let table = Block.table(Table(name, head: head, rows: rows.prefix(limit).map { Table.Row($0) }))
    guard rows.count > limit else { return [table] }
    return [table, .paragraph([.text("\(rows.count - limit) more: "), .code(command)])]
  }
}

/// A list of things as links.
func links(_ things: [ThingID]) -> Prose {
  things.enumerated().flatMap { number, thing -> Prose in
    number == 0 ? [.page(thing, nil)] : [.text(", "), .page(thing, nil)]
  }
}
