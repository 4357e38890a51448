import Diagnostics

/// Puts the inputs' values into a plan.
enum RunPreparation {
  /// The most bytes a value may have.
  static let longestValue = 1_024

  /// What is wrong with a value, or nothing.
  static func problem(with value: String, of name: String) -> String? {
    if value.allSatisfy(\.isWhitespace) { return "the input '\(name)' is empty" }
    if value.utf8.count > longestValue { return "the input '\(name)' is longer than \(longestValue) bytes" }
    if value.unicodeScalars.contains(where: { Name.isControl($0) || $0 == "\t" }) {
      return "the input '\(name)' holds a line end or a control character"
    }
    if value.hasPrefix("-") { return "the input '\(name)' begins with a hyphen, which commands take for an option" }
    return nil
  }

  /// The plan's steps with the values in place.
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
    var problems: [String] = []
    let names = plan.inputs.map(\.name)
    for name in inputs.keys.sorted() where !names.contains(name) {
      let hint = NearMiss.suggestion(for: name, in: names).map { "; \($0)" } ?? ""
      problems.append("the runbook has no input '\(name)'\(hint)")
    }
    for name in names {
      guard let value = inputs[name] else {
        if !leavingOpen { problems.append("the input '\(name)' is missing: give --input \(name)=VALUE") }
        continue
      }
      if let problem = problem(with: value, of: name) { problems.append(problem) }
    }
    guard problems.isEmpty else { throw RunRefusal(reasons: problems) }
    var filler = ValueFiller(Dictionary(uniqueKeysWithValues: inputs.map { (Reference.input($0.key), $0.value) }))
    let steps = plan.steps.map { step in
      filler.step = step.id
      return step.filled(with: &filler)
    }
    problems = filler.problems
    for step in plan.steps {
      for name in step.works.flatMap(\.secrets) where !Name.isVariable(name) {
        problems.append("step '\(step.id)': '\(name)' cannot be the name of an environment variable")
      }
      if !isCarriedOut(step) { problems.append("step '\(step.id)': a '\(step.kind.word)' step cannot be carried out") }
    }
    guard problems.isEmpty else { throw RunRefusal(reasons: problems) }
    return steps
  }

  /// Whether a step is of a kind that a run can carry out.
  private static func isCarriedOut(_ step: PlannedStep) -> Bool {
    switch step.kind {
    case .work(let work): work.script != nil
    case .manual, .confirm: true
    case .wait, .assert, .approval, .note, .branch, .runbook: false
    }
  }
}
