import Diagnostics

/// Looks for what works today and hurts in the night it is needed.
struct CareCheck {
  private let runbook: Runbook

  init(_ runbook: Runbook) { self.runbook = runbook }

  func check(reporting log: inout DiagnosticLog) {
    for step in runbook.steps {
      checkUndo(of: step, reporting: &log)
      checkWait(step, reporting: &log)
      checkGate(step, reporting: &log)
      checkSettlement(of: step, reporting: &log)
      for work in step.works where work.host != nil && work.timeoutMilliseconds == nil {
        let isLimited = step.work == work && (step.timeoutMilliseconds != nil || step.isWait)
        if !isLimited { reportTimeout(work, "step '\(step.id)'", reporting: &log) }
      }
    }
    for probe in runbook.steadyState?.probes ?? [] {
      if probe.work.host != nil, probe.work.timeoutMilliseconds == nil {
        reportTimeout(probe.work, "steady state '\(probe.id)'", reporting: &log)
      }
      reportChanges(by: probe.work, "a steady state", reporting: &log)
    }
  }

  private func reportTimeout(_ work: Work<Template>, _ owner: String, reporting log: inout DiagnosticLog) {
    log.add(
      RunbookRules.unlimited.diagnostic(
        at: runbook.place(work.line), "\(owner) reaches a host and has no timeout", solutions: ["add timeout=60s"]))
  }

  private func checkUndo(of step: Step<Template>, reporting log: inout DiagnosticLog) {
    guard let undo = step.undo, step.undoCheck == nil else { return }
    log.add(
      RunbookRules.unverifiedUndo.diagnostic(
        at: runbook.place(undo.line), "the undo of '\(step.id)' is verified by nothing",
        solutions: ["add ```bash {undo-check=\"\(step.id)\"}"]))
  }

  /// The clean-up is carried out again after a crash anyhow, and a copy is there whole or not at all.
  private func checkSettlement(of step: Step<Template>, reporting log: inout DiagnosticLog) {
    guard case .work(let work) = step.kind, step.check == nil, !step.isIdempotent, step.phase == .main else { return }
    if case .copy = work.kind { return }
    guard let (word, line) = Changes.first(in: work) else { return }
    log.add(
      RunbookRules.unsettled.diagnostic(
        at: runbook.place(line),
        "'\(word)' changes something in '\(step.id)', and nothing tells whether it was done",
        solutions: ["add ```bash {check=\"\(step.id)\"}", "add idempotent"]))
  }

  private func checkWait(_ step: Step<Template>, reporting log: inout DiagnosticLog) {
    if case .wait(let wait) = step.kind { reportChanges(by: wait.work, "a wait", reporting: &log) }
    for stepGuard in step.guards { stepGuard.work.map { reportChanges(by: $0, "a condition", reporting: &log) } }
  }

  private func reportChanges(by work: Work<Template>, _ owner: String, reporting log: inout DiagnosticLog) {
    guard let (word, line) = Changes.first(in: work) else { return }
    log.add(
      RunbookRules.changingWait.diagnostic(
        at: runbook.place(line), "'\(word)' changes something in \(owner), which is carried out again and again"))
  }

  private func checkGate(_ step: Step<Template>, reporting log: inout DiagnosticLog) {
    switch step.kind {
    case .confirm, .approval:
      if step.onlyIn == .drill {
        log.add(
          RunbookRules.drillGate.diagnostic(
            at: runbook.place(step.line), "'\(step.id)' asks in a drill only, the real run goes on unasked"))
      }
    case .work, .wait, .assert, .manual, .note, .branch, .runbook: break
    }
    guard case .approval(let approval) = step.kind, !approval.from.isEmpty else { return }
    let people = Set(approval.from).count
    if people < approval.from.count {
      log.add(
        RunbookRules.quorum.diagnostic(at: runbook.place(step.line), "'\(step.id)' names somebody twice"))
    } else if approval.count > people {
      log.add(
        RunbookRules.quorum.diagnostic(
          at: runbook.place(step.line),
          "\(approval.count) must approve '\(step.id)', and only \(people) \(people == 1 ? "is" : "are") named"))
    }
  }
}

extension Step {
  fileprivate var isWait: Bool { if case .wait = kind { true } else { false } }
}
