/// The whole of a plan as text: what would be run, where, and where a person is asked.
///
/// Runs nothing.
public struct RunPreview: Sendable {
  private struct Page: RunTerminal {
    let isInteractive = false
    let line: @Sendable (String) -> Void
    func show(_ text: String) { line(text) }
    func write(_ bytes: [UInt8]) {}
    func ask(_ question: String) async -> String? { nil }
  }

  private let plan: RunbookPlan
  private let steps: [PreparedStep]

  /// Lays a plan open; inputs that are not given stand as `<name>`.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - inputs: The inputs' values, as far as they are known.
  /// - Throws: ``RunRefusal`` for values that cannot be used.
  public init(_ plan: RunbookPlan, inputs: [String: String]) throws {
    self.plan = plan
    steps = try RunPreparation.prepare(plan, inputs: inputs, leavingOpen: true)
  }

  /// Shows it, a line at a time.
  public func show(_ line: @escaping @Sendable (String) -> Void) {
    line("\(plan.title) (\(plan.id)): \(plan.allSteps.count) steps, nothing is run")
    if !plan.summary.isEmpty { line(plan.summary) }
    for input in plan.inputs {
      let usual = input.standard.map { "; '\($0)' where none is given" } ?? ""
      line("Input \(input.name)\(input.description.isEmpty ? "" : ": \(input.description)")\(usual)")
    }
    let dialogue = RunDialogue(terminal: Page(line: line))
    var filler = ValueFiller([:])
    for probe in plan.steadyState?.filled(with: &filler).probes ?? [] {
      dialogue.introduce(probe.work, called: "Looks whether \(probe.title)")
    }
    var count = (shown: 0, all: plan.allSteps.count)
    show(steps, &count, with: dialogue)
  }

  private func show(_ steps: [PreparedStep], _ count: inout (shown: Int, all: Int), with dialogue: RunDialogue) {
    for step in steps {
      count.shown += 1
      dialogue.introduce(step, number: count.shown, of: count.all)
      for test in step.guards {
        switch test.test {
        case .work(let work): dialogue.introduce(work, called: test.decision.part.heading)
        case .condition(let condition): dialogue.tell("\(test.decision.part.words): \(condition.written { $0 })")
        }
      }
      if let precondition = step.precondition { dialogue.introduce(precondition, called: "Looks first") }
      if let check = step.check { dialogue.introduce(check, called: "Checks") }
      if let undo = step.undo { dialogue.introduce(undo, called: "Would undo") }
      if case .runbook(let sub) = step.kind { show(sub.steps, &count, with: dialogue) }
    }
  }
}
