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
    let filler = TemplateFiller(file: runbook.file, thing: thing, facts: facts)
    var found = DiagnosticLog()
    for mention in runbook.mentions { filler.checkProse(mention, reporting: &found) }
    let title = filler.prose(runbook.title, reporting: &found).description
    let summary = filler.prose(runbook.summary, reporting: &found).description
    let symptoms = runbook.symptoms.map { filler.prose($0, reporting: &found).description }
    let body = MarkdownFiller(filler: filler).fill(runbook.body)
    var notes = StepNotes(body)
    let steps = runbook.steps.map { step in
      plan(step, note: notes.take(step.id), filler: filler, hosts: hosts, reporting: &found)
    }
    log.add(contentsOf: found.diagnostics)
    guard !found.hasErrors else { return nil }
    let id = "\(thing?.name ?? "lab")/\(runbook.name)"
    return ResolvedRunbook(
      id: id, thing: thing, location: runbook.place(1), title: title, summary: summary, symptoms: symptoms,
      severity: runbook.severity, durationMilliseconds: runbook.durationMilliseconds, body: body,
      plan: RunbookPlan(
        id: id, title: title, summary: summary, source: runbook.file, inputs: runbook.inputs, steps: steps))
  }

  private static func plan(
    _ step: Step, note: String, filler: TemplateFiller, hosts: Set<String>?, reporting log: inout DiagnosticLog
  ) -> PlannedStep {
    let action: PlannedStep.Action =
      switch step.action {
      case .script(let script): .script(plan(script, filler: filler, hosts: hosts, reporting: &log))
      case .manual(let text): .manual(filler.prose(text, reporting: &log))
      case .confirm(let text): .confirm(filler.prose(text, reporting: &log))
      }
    return PlannedStep(
      id: step.id, title: filler.prose(step.title, reporting: &log), note: note, action: action,
      check: step.check.map { plan($0, filler: filler, hosts: hosts, reporting: &log) }, line: step.line)
  }

  private static func plan(
    _ script: Script, filler: TemplateFiller, hosts: Set<String>?, reporting log: inout DiagnosticLog
  ) -> PlannedScript {
    PlannedScript(
      text: filler.shell(script.text, reporting: &log),
      host: script.host.map { template in
        let host = filler.name(template, called: "host", allowed: Name.isHost, reporting: &log)
        if let hosts { filler.check(host: host, among: hosts, line: script.line, reporting: &log) }
        return host
      },
      user: script.user.map { filler.name($0, called: "user", allowed: Name.isUser, reporting: &log) },
      timeoutMilliseconds: script.timeoutMilliseconds, usesTerminal: script.usesTerminal, secrets: script.secrets)
  }
}
