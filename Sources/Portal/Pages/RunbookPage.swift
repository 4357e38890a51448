import Blueprint
import Diagnostics
import LabModel
import Runbooks

/// The page of a runbook: symptoms first, then how to start it, then every step with its exact command.
struct RunbookPage {
  let index: ContentIndex
  let runbook: ResolvedRunbook

  var page: Page {
    let id = ThingID(PageKind.runbook.id, runbook.id)
    var page = Page(id: id, kind: PageKind.runbook, title: runbook.title, summary: [.text(runbook.summary)])
    page.facts = facts
    page.shortTitle = runbook.id
    page.declared = runbook.location
    page.sections =
      [symptoms, start].filter { !$0.blocks.isEmpty } + RunbookBody(index: index, runbook: runbook).sections
    page.aliases = [runbook.id] + runbook.symptoms + alerts.map(\.alert.name)
    return page
  }

  private var alerts: [AlertResource] { index.alertsByRunbook[runbook.id] ?? [] }

  private var facts: [PageFact] {
    var facts: [PageFact] = []
    if let thing = runbook.thing { facts.append(PageFact("For", [.page(thing, nil)])) }
    if let severity = runbook.severity { facts.append(PageFact("When", [.text(Self.name(severity))])) }
    if let milliseconds = runbook.durationMilliseconds {
      facts.append(PageFact("Takes", [.text("about \(Self.duration(milliseconds))")]))
    }
    facts += history
    return facts + [PageFact("Steps", [.text("\(runbook.plan.steps.count)")])]
  }

  /// What past runs tell, and where its drills stand.
  private var history: [PageFact] {
    var facts: [PageFact] = []
    if let sentences = index.content.ledger.runbooks[runbook.id]?.sentences, !sentences.isEmpty {
      facts.append(PageFact("Past runs", values: sentences.map { [.text($0)] }))
    }
    let schedule = DrillSchedule([runbook.plan], ledger: index.content.ledger)
    if let standing = schedule.standings.first {
      facts.append(PageFact("Drill", [.text("\(standing.interval.rawValue), due by ")] + DrillsPage.due(standing)))
    }
    return facts
  }

  private var symptoms: Section {
    let seen: [Prose] = runbook.symptoms.map { [.text($0)] }
    let firing: [Prose] = alerts.map { [.text("Alert "), .page(ContentIndex.page(of: $0), $0.alert.name)] }
    return Section("symptoms", "Symptoms", seen.isEmpty && firing.isEmpty ? [] : [.symptoms(seen + firing)])
  }

  private var start: Section {
    var blocks: [Block] = [.code("\(index.content.command) run \(runbook.id)")]
    if !runbook.plan.inputs.isEmpty {
      let rows = runbook.plan.inputs.map { Table.Row([[.code("<\($0.name)>")], [.text($0.description)]]) }
      blocks.append(.table(Table("It asks for", head: ["It asks for", "Which is"], rows: rows)))
    }
    return Section("start", "Start it", blocks)
  }

  static func name(_ severity: Runbook.Severity) -> String {
    switch severity {
    case .critical: "Something is down for everyone"
    case .warning: "Something is down for some, or will be"
    case .routine: "Planned work"
    }
  }

  static func duration(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    if seconds < 120 { return "\(seconds) s" }
    if seconds < 7200 { return "\(seconds / 60) min" }
    return "\(seconds / 3600) h"
  }
}
