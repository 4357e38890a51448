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
    var filler = TemplateFiller(file: runbook.file, thing: thing, facts: facts, hosts: hosts)
    for mention in runbook.mentions { filler.checkProse(mention) }
    let title = filler.prose(runbook.title).description
    let summary = filler.prose(runbook.summary).description
    let symptoms = runbook.symptoms.map { filler.prose($0).description }
    let body = MarkdownFiller(filler: filler).fill(runbook.body)
    var notes = StepNotes(body)
    var steps = runbook.steps.map { $0.filled(with: &filler) }
    for index in steps.indices { steps[index].note = notes.take(steps[index].id) }
    log.add(contentsOf: filler.log.diagnostics)
    guard !filler.log.hasErrors else { return nil }
    let id = "\(thing?.name ?? "lab")/\(runbook.name)"
    return ResolvedRunbook(
      id: id, thing: thing, location: runbook.place(1), title: title, summary: summary, symptoms: symptoms,
      severity: runbook.severity, durationMilliseconds: runbook.durationMilliseconds, body: body,
      plan: RunbookPlan(
        id: id, title: title, summary: summary, source: runbook.file, inputs: runbook.inputs, steps: steps))
  }
}
