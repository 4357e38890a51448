import Diagnostics

/// Looks before a run whether it can begin: whether its inputs are what they may be, and its steps lead on.
enum RunPreparation {
  /// The most bytes a value may have.
  static let longestValue = 1_024

  /// What is wrong with a value, or nothing.
  static func problem(with value: String, of input: RunbookInput) -> String? {
    let name = input.name
    if value.allSatisfy(\.isWhitespace) { return "the input '\(name)' is empty" }
    if value.utf8.count > longestValue { return "the input '\(name)' is longer than \(longestValue) bytes" }
    if value.unicodeScalars.contains(where: { Name.isControl($0) || $0 == "\t" }) {
      return "the input '\(name)' holds a line end or a control character"
    }
    if value.hasPrefix("-"), input.kind.map({ !isNumber($0) }) ?? true {
      return "the input '\(name)' begins with a hyphen, which commands take for an option"
    }
    // The names of a kind's things stand as choices in a plan.
    if case .thing(let kind) = input.kind {
      return "the input '\(name)' is a \(kind) of the lab, but the plan has no list of these"
    }
    return input.problem(with: value)
  }

  private static func isNumber(_ kind: InputKind) -> Bool { if case .number = kind { true } else { false } }

  /// The plan's steps with the values of inputs in place; captures and items stand as `<name>`.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - inputs: The inputs' values.
  ///   - leavingOpen: Whether missing values stand as `<name>`, to be looked at only.
  /// - Returns: The steps.
  /// - Throws: ``RunRefusal`` with everything that is missing, unknown or cannot stand where it would.
  static func prepare(
    _ plan: RunbookPlan, inputs: [String: String], leavingOpen: Bool = false
  ) throws -> [PreparedStep] {
    var problems = self.problems(with: inputs, of: plan.inputs, leavingOpen: leavingOpen)
    guard problems.isEmpty else { throw RunRefusal(reasons: problems) }
    var filler = ValueFiller(Dictionary(uniqueKeysWithValues: inputs.map { (Reference.input($0.key), $0.value) }))
    let steps = plan.steps.map { step in
      filler.step = step.id
      return step.filled(with: &filler)
    }
    problems = filler.problems + StepOrder(plan).problems
    for step in plan.allSteps {
      for name in step.works.flatMap(\.secrets) where !Name.isVariable(name) {
        problems.append("step '\(step.id)': '\(name)' cannot be the name of an environment variable")
      }
    }
    guard problems.isEmpty else { throw RunRefusal(reasons: problems) }
    return steps
  }

  private static func problems(
    with inputs: [String: String], of declared: [RunbookInput], leavingOpen: Bool
  ) -> [String] {
    var problems: [String] = []
    let names = declared.map(\.name)
    for name in inputs.keys.sorted() where !names.contains(name) {
      let hint = NearMiss.suggestion(for: name, in: names).map { "; \($0)" } ?? ""
      problems.append("the runbook has no input '\(name)'\(hint)")
    }
    for input in declared {
      guard let value = inputs[input.name] else {
        if !leavingOpen { problems.append("the input '\(input.name)' is missing: give --input \(input.name)=VALUE") }
        continue
      }
      if let problem = problem(with: value, of: input) { problems.append(problem) }
    }
    return problems
  }

  /// Refuses a step to begin with that the plan does not have.
  static func check(_ from: String?, in plan: RunbookPlan) throws {
    guard let from, !plan.steps.contains(where: { $0.id == from && $0.phase == .main }) else { return }
    let hint = NearMiss.suggestion(for: from, in: plan.steps.map(\.id)).map { "; \($0)" } ?? ""
    throw RunRefusal("the runbook has no step '\(from)'\(hint)")
  }
}
