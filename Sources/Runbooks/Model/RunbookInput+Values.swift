import Diagnostics

extension RunbookInput {
  /// Whether its choices are those of the lab, which only a plan knows.
  var isOpen: Bool {
    guard case .choice(let choices) = kind else { return false }
    return choices.contains { !Template($0, firstLine: 1).placeholders.isEmpty }
  }

  /// What is wrong with a value, one phrase, or nothing where it may stand; a thing's name is not looked up.
  ///
  /// - Parameter value: The value that was given.
  /// - Returns: What is wrong with it.
  public func problem(with value: String) -> String? {
    switch kind {
    case .text, .thing, nil: return nil
    case .choice(let choices):
      if choices.contains(value) { return nil }
      let hint = NearMiss.suggestion(for: value, in: choices).map { "; \($0)" } ?? ""
      return "the input '\(name)' cannot be '\(value)'\(hint): it is one of \(choices.joined(separator: ", "))"
    case .pattern(let pattern):
      guard let expression = try? RegularExpression(pattern) else {
        return "the pattern of the input '\(name)' is no regular expression: \(pattern)"
      }
      return (try? expression.matchesWhole(value)) != true
        ? "the input '\(name)' cannot be '\(value)': it must match \(pattern)" : nil
    case .number(let least, let most):
      guard let number = Int(value) else { return "the input '\(name)' is a whole number, and '\(value)' is not" }
      if let least, number < least { return "the input '\(name)' is at least \(least), and \(value) is less" }
      if let most, number > most { return "the input '\(name)' is at most \(most), and \(value) is more" }
      return nil
    }
  }
}
