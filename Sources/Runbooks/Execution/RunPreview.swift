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
    line("\(plan.title) (\(plan.id)): \(steps.count) steps, nothing is run")
    if !plan.summary.isEmpty { line(plan.summary) }
    for input in plan.inputs { line("Input \(input.name)\(input.description.isEmpty ? "" : ": \(input.description)")") }
    let dialogue = RunDialogue(terminal: Page(line: line))
    for (index, step) in steps.enumerated() {
      dialogue.introduce(step, number: index + 1, of: steps.count)
      if let check = step.check { dialogue.introduce(check, called: "Checks") }
    }
  }
}
