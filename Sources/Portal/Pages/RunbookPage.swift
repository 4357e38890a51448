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
      [symptoms, start, steady].filter { !$0.blocks.isEmpty } + RunbookBody(index: index, runbook: runbook).sections
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
    facts.append(PageFact("Steps", [.text("\(runbook.plan.allSteps.count)")]))
    if let locks = runbook.plan.locks, !locks.isEmpty {
      facts.append(PageFact("Nobody else may work on", Self.codes(locks)))
    }
    return facts
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
      let rows = runbook.plan.inputs.map { input in
        Table.Row([[.code("<\(input.name)>")], [.text(input.description)], Self.values(of: input)])
      }
      blocks.append(.table(Table("It asks for", head: ["It asks for", "Which is", "Values"], rows: rows)))
    }
    if !runbook.plan.secrets.isEmpty {
      let rows = runbook.plan.secrets.map { name in
        Table.Row([[.code(name)], Self.place(of: runbook.plan.secretSources?[name] ?? .environment)])
      }
      blocks.append(.table(Table("Secrets it reads", head: ["Secret", "Read from"], rows: rows)))
    }
    return Section("start", "Start it", blocks)
  }

  /// What is true when all is well, and how that is seen.
  private var steady: Section {
    guard let state = runbook.plan.steadyState else { return Section("steady-state", "Steady state", []) }
    var moments = "This is looked at before, after, and after an undo"
    if let pause = state.everyMilliseconds { moments += ", and every \(Self.duration(pause)) meanwhile" }
    let rule = state.isRequiredBefore ? " The runbook begins only where it holds." : ""
    let blocks: [Block] = state.probes.flatMap { probe -> [Block] in
      [.paragraph([.strong([.text(probe.title.description)])]), .code(probe.work.shown)]
    }
    return Section("steady-state", "Steady state", [.paragraph([.text("\(moments).\(rule)")])] + blocks)
  }

  private static func values(of input: RunbookInput) -> Prose {
    let values: Prose =
      switch input.kind {
      case nil, .text: []
      case .choice(let choices): codes(choices)
      case .pattern(let pattern): [.text("what "), .code(pattern), .text(" says")]
      case .number(let least?, let most?): [.text("\(least) to \(most)")]
      case .number(let least?, nil): [.text("\(least) or more")]
      case .number(nil, let most?): [.text("\(most) or less")]
      case .number(nil, nil): [.text("a whole number")]
      case .thing(let kind): [.text("the name of a \(kind)")]
      }
    guard let standard = input.standard else { return values }
    return values + (values.isEmpty ? [] : [.text("; ")]) + [.code(standard), .text(" unless you say another")]
  }

  private static func place(of source: SecretSource) -> Prose {
    switch source {
    case .environment: [.text("the environment variable of that name")]
    case .file(let path): [.text("the file "), .code(path)]
    case .vault(let path, let field): [.text("Vault, field "), .code(field), .text(" of "), .code(path)]
    case .prompt: [.text("what you type")]
    }
  }

  /// Texts as code, with commas between them.
  static func codes(_ texts: [String]) -> Prose {
    Array(texts.map { [Inline.code($0)] }.joined(separator: [.text(", ")]))
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
