import Diagnostics

/// Puts the inputs' values into a plan.
struct RunPreparation {
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
    let preparation = RunPreparation(inputs: inputs)
    let steps = plan.steps.map { preparation.prepare($0, &problems) }
    guard problems.isEmpty else { throw RunRefusal(reasons: problems) }
    return steps
  }

  private let inputs: [String: String]

  private func prepare(_ step: PlannedStep, _ problems: inout [String]) -> PreparedStep {
    let action: PreparedStep.Action =
      switch step.action {
      case .script(let script): .script(prepare(script, of: step.id, &problems))
      case .manual(let text): .manual(text.filled(with: inputs))
      case .confirm(let text): .confirm(text.filled(with: inputs))
      }
    return PreparedStep(
      id: step.id, title: step.title.filled(with: inputs), note: step.note, action: action,
      check: step.check.map { prepare($0, of: step.id, &problems) })
  }

  private func prepare(_ script: PlannedScript, of step: String, _ problems: inout [String]) -> PreparedScript {
    let host = script.host?.filled(with: inputs)
    let user = script.user?.filled(with: inputs)
    if let host, isKnown(script.host), !Name.isHost(host) {
      problems.append("step '\(step)': '\(host)' cannot be a host")
    }
    if let user, isKnown(script.user), !Name.isUser(user) {
      problems.append("step '\(step)': '\(user)' cannot be a user")
    }
    for name in script.secrets where !Name.isVariable(name) {
      problems.append("step '\(step)': '\(name)' cannot be the name of an environment variable")
    }
    return PreparedScript(
      text: shell(script.text, of: step, &problems), host: host, user: user,
      timeoutMilliseconds: script.timeoutMilliseconds, usesTerminal: script.usesTerminal, secrets: script.secrets)
  }

  private func isKnown(_ text: PlannedText?) -> Bool { text?.inputs.allSatisfy { inputs[$0] != nil } ?? true }

  private func shell(_ text: PlannedText, of step: String, _ problems: inout [String]) -> String {
    var writer = ShellWriter()
    for part in text.parts {
      switch part {
      case .text(let text): writer.add(text)
      case .input(let name):
        guard let value = inputs[name] else {
          writer.add("<\(name)>")
          continue
        }
        if let obstacle = writer.add(words: [value]) {
          problems.append("step '\(step)': the value of input '\(name)' needs quoting, but \(obstacle)")
        }
      }
    }
    return writer.text
  }
}
