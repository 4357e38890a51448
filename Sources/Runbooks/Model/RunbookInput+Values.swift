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
      return choices.contains(value)
        ? nil : "'\(value)' is none of the choices of '\(name)': \(choices.joined(separator: ", "))"
    case .pattern(let pattern):
      guard let expression = try? RegularExpression(pattern) else { return "the pattern of '\(name)' cannot be read" }
      return (try? expression.matchesWhole(value)) != true
        ? "'\(value)' is not what '\(name)' must look like: \(pattern)" : nil
    case .number(let least, let most):
      guard let number = Int(value) else { return "'\(value)', for '\(name)', is no whole number" }
      if let least, number < least { return "\(value), for '\(name)', is less than \(least)" }
      if let most, number > most { return "\(value), for '\(name)', is more than \(most)" }
      return nil
    }
  }
}
