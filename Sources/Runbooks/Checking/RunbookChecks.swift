import Diagnostics

/// What can be told of a runbook once its text has been read, without the lab.
enum RunbookChecks {
  /// Looks for everything, and reports it at its line.
  static func check(_ runbook: Runbook, reporting log: inout DiagnosticLog) {
    JumpCheck(runbook).check(reporting: &log)
    for step in runbook.steps { checkItems(of: step, in: runbook, reporting: &log) }
    if !log.hasErrors { FlowCheck(runbook).check(reporting: &log) }
    ComparisonCheck(runbook).check(reporting: &log)
    CareCheck(runbook).check(reporting: &log)
    SecretCheck(runbook).check(reporting: &log)
  }

  private static func checkItems(of step: Step<Template>, in runbook: Runbook, reporting log: inout DiagnosticLog) {
    let texts = step.loop?.items ?? step.texts
    guard let item = texts.flatMap(\.placeholders).first(where: { $0.key == "item" }) else { return }
    log.add(
      RunbookRules.loop.diagnostic(
        at: runbook.place(item.line),
        step.loop == nil
          ? "'item' stands in step '\(step.id)', which has no loop" : "'item' cannot be an item of its own loop",
        solutions: step.loop == nil ? ["add each=\"...\""] : []))
  }
}
