import Diagnostics

/// Holds what is compared against what it can be.
struct ComparisonCheck {
  private static let ofNumbers: Set<ComparisonOperator> = [.less, .atMost, .greater, .atLeast, .between]
  private static let ofValues: Set<ComparisonOperator> = [.equals, .differs, .in]

  private let runbook: Runbook
  private let numbers: Set<String>

  init(_ runbook: Runbook) {
    self.runbook = runbook
    numbers = Set(runbook.steps.flatMap(\.captures).filter { $0.kind == .number }.map(\.name))
  }

  func check(reporting log: inout DiagnosticLog) {
    for step in runbook.steps {
      for (text, comparison) in step.conditions.flatMap(\.comparisons) {
        let line = text.placeholders.first?.line ?? step.line
        check(text, comparison, line: line, reporting: &log)
      }
      for work in step.works { checkExpectations(of: work, reporting: &log) }
    }
    for probe in runbook.steadyState?.probes ?? [] { checkExpectations(of: probe.work, reporting: &log) }
  }

  private func check(
    _ text: Template, _ comparison: Comparison<Template>, line: Int, reporting log: inout DiagnosticLog
  ) {
    let place = runbook.place(line)
    if comparison.operator == .matches {
      for value in comparison.known {
        guard let problem = PatternSyntax.problem(of: value) else { continue }
        log.add(RunbookRules.selector.diagnostic(at: place, problem))
      }
    }
    var name = text.source
    var kind: InputKind?
    if text.parts.count == 1, let key = text.placeholders.first?.key {
      name = key
      switch Reference(key: key) {
      case .input(let input): kind = runbook.inputs.first { $0.name == input && !$0.isOpen }?.kind
      case .capture(let capture): if numbers.contains(capture) { kind = .number(least: nil, most: nil) }
      case .item, nil: break
      }
    }
    for value in comparison.known {
      guard let problem = problem(name, kind, comparison.operator, value) else { continue }
      log.add(RunbookRules.comparison.diagnostic(at: place, problem.message, solutions: problem.solutions))
    }
  }

  private func problem(
    _ name: String, _ kind: InputKind?, _ comparison: ComparisonOperator, _ value: String
  ) -> (message: String, solutions: [String])? {
    if Self.ofNumbers.contains(comparison), Double(value) == nil {
      return ("'\(value)', which '\(name)' is compared with by '\(comparison.rawValue)', is no number", [])
    }
    switch kind {
    case .number where Self.ofValues.contains(comparison) && Double(value) == nil:
      return ("'\(value)' is no number, '\(name)' is always one", [])
    case .choice(let choices) where Self.ofValues.contains(comparison) && !choices.contains(value):
      return (
        "'\(value)' is none of the choices of '\(name)': \(choices.joined(separator: ", "))",
        NearMiss.suggestion(for: value, in: choices).map { [$0] } ?? []
      )
    case .choice(let choices) where Self.ofNumbers.contains(comparison):
      guard let word = choices.first(where: { Double($0) == nil }) else { return nil }
      return ("'\(name)' is compared as a number, but may be '\(word)'", [])
    case .number, .choice, .text, .pattern, .thing, nil: return nil
    }
  }

  private func checkExpectations(of work: Work<Template>, reporting log: inout DiagnosticLog) {
    for expectation in work.expectations {
      let isNumber = expectation.selector == .exit || expectation.selector == .status
      let comparison = expectation.comparison
      let asNumbers =
        Self.ofNumbers.contains(comparison.operator) || (isNumber && Self.ofValues.contains(comparison.operator))
      for value in comparison.known where asNumbers && Double(value) == nil {
        log.add(
          RunbookRules.comparison.diagnostic(
            at: runbook.place(work.line),
            "'\(value)', which '\(expectation.selector.word)' is compared with, is no number"))
      }
    }
  }
}

extension Comparison<Template> {
  /// The values that are known without a lab and a run.
  fileprivate var known: [String] { values.filter { $0.placeholders.isEmpty }.map(\.source) }
}
