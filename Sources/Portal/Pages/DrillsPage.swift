import Diagnostics
import Runbooks

/// The page of the drills: which runbooks are to be rehearsed, when that was done last, and what was missed.
struct DrillsPage {
  static let id = ThingID(PageKind.overview.id, "drills")

  let index: ContentIndex

  /// The page; nothing where no runbook is to be rehearsed.
  var page: Page? {
    let schedule = DrillSchedule(index.content.runbooks.map(\.plan), ledger: index.content.ledger)
    guard !schedule.standings.isEmpty else { return nil }
    var page = Page(
      id: Self.id, kind: PageKind.overview, title: "Drills",
      summary: [
        .text(
          "What is rehearsed how often. A drill counts when it was completed, its clean-up included; the same as a "),
        .text("calendar is in "), .code(DrillCalendar.path), .text("."),
      ])
    page.sections = [
      Section("schedule", "Schedule", [.table(table(schedule.standings))]),
      Section("missed", "Missed", missed(schedule.standings)),
    ].filter { !$0.blocks.isEmpty }
    page.isSearched = false
    return page
  }

  /// The day by which a runbook is to be rehearsed; one that never was is late on every day.
  static func due(_ standing: DrillStanding) -> Prose {
    standing.next.map { [.due($0)] } ?? [.severity(.error, "overdue: never rehearsed")]
  }

  private func table(_ standings: [DrillStanding]) -> Table {
    // The column is there once something was rehearsed.
    let rehearsals = standings.contains { $0.lastRehearsal != nil } ? ["Last rehearsal"] : []
    return Table(
      "Drills", head: ["Runbook", "Every", "Last drill", "Due by"] + rehearsals,
      rows: standings.map { standing in
        let cells: [Prose] = [
          [.page(ThingID(PageKind.runbook.id, standing.runbook), standing.title)], [.text(standing.interval.rawValue)],
          [.text(standing.last ?? "never")], Self.due(standing),
        ]
        return Table.Row(cells + rehearsals.map { _ in [.text(standing.lastRehearsal?.description ?? "never")] })
      })
  }

  /// The days between two drills on which one was due; what is due since the last one the schedule says.
  private func missed(_ standings: [DrillStanding]) -> [Block] {
    let rows = standings.flatMap { standing in
      standing.missed(before: standing.last ?? "").map { day in
        Table.Row([[.page(ThingID(PageKind.runbook.id, standing.runbook), standing.title)], [.text(day)]])
      }
    }
    let shown = rows.suffix(ResiliencePages.limit)
    return rows.isEmpty ? [] : [.table(Table("Missed drills", head: ["Runbook", "Was due on"], rows: Array(shown)))]
  }
}
