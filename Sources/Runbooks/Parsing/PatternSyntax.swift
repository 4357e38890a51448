/// Regular expressions as runbooks have them: those a run looks with.
enum PatternSyntax {
  /// What is wrong with one, or nothing.
  static func problem(of text: String) -> String? {
    guard !text.isEmpty else { return "a regular expression is empty" }
    do {
      _ = try RegularExpression(text)
      return nil
    } catch {
      return "\(text.shown) is no regular expression: \(error.reason)"
    }
  }
}
