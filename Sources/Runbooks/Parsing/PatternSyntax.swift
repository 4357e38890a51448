/// Regular expressions as runbooks have them: those of Swift.
enum PatternSyntax {
  /// What is wrong with one, or nothing.
  static func problem(of text: String) -> String? {
    guard !text.isEmpty else { return "a regular expression is empty" }
    guard text.utf8.count <= 1_000 else { return "a regular expression is longer than 1,000 bytes" }
    do {
      _ = try Regex(text)
      return nil
    } catch {
      return "'\(text)' is no regular expression"
    }
  }
}
