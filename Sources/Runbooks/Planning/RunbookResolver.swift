import Diagnostics

/// Ties runbooks to the things of a lab.
public enum RunbookResolver {
  /// Fills in a runbook's placeholders and reports every one that cannot be, at its Markdown line.
  ///
  /// - Parameters:
  ///   - runbook: The runbook.
  ///   - thing: The thing it is for; nothing for the lab as a whole, whose runbooks are called `lab/...`.
  ///   - facts: What the lab knows about the thing.
  ///   - hosts: Every name and address a step may be run on; nothing to leave that unchecked.
  ///   - log: Takes the diagnostics.
  /// - Returns: The runbook for this thing, or nothing where a placeholder cannot be filled in.
  public static func resolve(
    _ runbook: Runbook, for thing: ThingID?, facts: Facts, hosts: Set<String>? = nil,
    reporting log: inout DiagnosticLog
  ) -> ResolvedRunbook? {
    var library = RunbookLibrary(hosts: hosts)
    library.add(.init(runbook, for: thing, facts: facts))
    return library.resolved(reporting: &log).first
  }

  /// Fills in a runbook's placeholders and puts the steps of the runbooks it calls where they are called.
  static func resolve(
    _ entry: RunbookLibrary.Entry, of library: RunbookLibrary, reporting log: inout DiagnosticLog
  ) -> ResolvedRunbook? {
    let runbook = entry.runbook
    var filler = TemplateFiller(file: runbook.file, thing: entry.thing, facts: entry.facts, hosts: library.hosts)
    for mention in runbook.mentions { filler.checkProse(mention) }
    var plan = RunbookPlan(
      id: entry.id, title: filler.prose(runbook.title).description,
      summary: filler.prose(runbook.summary).description, source: runbook.file, steps: [])
    let symptoms = runbook.symptoms.map { filler.prose($0).description }
    plan.steadyState = runbook.steadyState?.filled(with: &filler)
    plan.drill = runbook.drill
    plan.promised = entry.promised

    var planner = StepPlanner(library)
    plan.inputs = planner.inputs(of: entry)
    plan.locks = planner.locks(runbook.locks, of: entry, line: runbook.keyLines["locks"] ?? 1)
    if plan.locks?.isEmpty == true { plan.locks = nil }
    plan.steps = planner.steps(of: entry)
    if !planner.log.hasErrors { planner.checkCaptures(plan.steps, of: entry) }
    plan.secretSources = planner.secretSources.isEmpty ? nil : planner.secretSources
    log.add(contentsOf: filler.log.diagnostics)
    log.add(contentsOf: planner.log.diagnostics)
    guard !filler.log.hasErrors, !planner.log.hasErrors else { return nil }
    return ResolvedRunbook(
      id: entry.id, thing: entry.thing, location: runbook.place(runbook.line), title: plan.title,
      summary: plan.summary, symptoms: symptoms, severity: runbook.severity,
      durationMilliseconds: runbook.durationMilliseconds, body: MarkdownFiller(filler: filler).fill(runbook.body),
      plan: plan)
  }
}
