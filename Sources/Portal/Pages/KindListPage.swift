import Blueprint
import Diagnostics
import Documents
import LabModel
import Runbooks

/// The list of all pages of one kind.
struct KindListPage {
  let index: ContentIndex
  let kind: PageKind

  var page: Page {
    var page = Page(id: Self.id(of: kind), kind: kind, title: kind.plural, summary: summary)
    page.sections = [Section("list", "All", blocks)]
    let symptoms = SymptomLinks.all(of: index.content)
    if kind == .runbook, !symptoms.isEmpty {
      page.sections.append(Section("symptoms", "By what is seen", [.links(symptoms)]))
    }
    page.isSearched = false
    return page
  }

  /// The id of the list of a kind.
  static func id(of kind: PageKind) -> ThingID { ThingID("list", kind.id) }

  private var summary: Prose {
    switch kind {
    case .runbook: [.text("What to do, step by step. Each can be run from the terminal.")]
    case .alert: [.text("What is watched, and the runbook for the moment it fires.")]
    case .diagnostic: [.text("What the compiler looks at before it writes anything.")]
    case .artifact: [.text("Every file that was made, line by line with the declaration it comes from.")]
    default: []
    }
  }

  private var blocks: [Block] {
    switch kind {
    case .runbook: [.table(runbooks)]
    case .alert: [.table(alerts)]
    case .diagnostic: FindingBlocks.list(index.content.diagnostics) + [.table(rules)]
    case .artifact: [.table(artifacts)]
    default: [.table(things)]
    }
  }

  private var things: Table {
    let lab = index.content.lab
    let rows = lab.things.filter { $0.id.kind == kind.id }.sorted { naturally($0.name, $1.name) }.map { thing in
      let place = lab.graph.relations(of: thing.id).first { $0.kind == .runsOn }?.other
      let addresses = thing.addresses.map { Inline.code($0.text) }
      return Table.Row([
        [.page(thing.id, nil)], thing.summary.isEmpty ? [] : [.text(thing.summary)],
        Array(addresses.map { [$0] }.joined(separator: [.text(" ")])),
        place.map { [.page($0, nil)] } ?? [], [.code(thing.declared.description)],
      ])
    }
    return Table(kind.plural, head: ["Name", "What it is", "Address", "Runs on", "Declared"], rows: rows)
      .withoutEmptyColumns
  }

  /// Incidents first, then planned work.
  private var runbooks: Table {
    let rows = SymptomLinks.ordered(index.content.runbooks).map { runbook in
      Table.Row([
        [.page(ThingID(PageKind.runbook.id, runbook.id), nil)], runbook.thing.map { [.page($0, nil)] } ?? [],
        runbook.severity.map { [.text($0.rawValue)] } ?? [],
        runbook.durationMilliseconds.map { [.text(RunbookPage.duration($0))] } ?? [], [.code(runbook.id)],
      ])
    }
    return Table("Runbooks", head: ["Runbook", "For", "Severity", "Takes", "Id"], rows: rows).withoutEmptyColumns
  }

  private var alerts: Table {
    let rows = index.content.blueprint.alerts.map { resource in
      Table.Row([
        [.page(ContentIndex.page(of: resource), nil)], [AlertPage.badge(resource.alert.severity)],
        [.page(resource.owner, nil)],
        resource.alert.runbook.map { [.page(ThingID(PageKind.runbook.id, $0), nil)] } ?? [],
      ])
    }
    return Table("Alerts", head: ["Alert", "Severity", "Watches", "Runbook"], rows: rows).withoutEmptyColumns
  }

  private var rules: Table {
    let counts = Dictionary(grouping: index.content.diagnostics, by: \.code).mapValues(\.count)
    let rows = index.content.rules.sorted { $0.code < $1.code }.map { rule in
      Table.Row([
        [.page(ThingID(PageKind.diagnostic.id, rule.code), rule.code)], [.text(rule.title)],
        [.text(rule.severity.rawValue)], [.text("\(counts[rule.code] ?? 0)")],
      ])
    }
    return Table("Rules", head: ["Code", "Rule", "Severity", "Findings"], rows: rows)
  }

  private var artifacts: Table {
    let rows = index.content.artifacts.sorted { $0.path < $1.path }.map { artifact in
      Table.Row([[.page(ThingID(PageKind.artifact.id, artifact.path), nil)], [.text("\(artifact.text.origins.count)")]])
    }
    return Table("Files", head: ["File", "Lines"], rows: rows)
  }
}
