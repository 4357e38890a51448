import Diagnostics

/// What is wrong with a condition, an expectation or a capture.
struct ExpressionProblem: Error {
  /// One phrase.
  var message: String
  /// The rule that is broken.
  var rule = RunbookRules.condition
  /// Ways out.
  var solutions: [String] = []
}
