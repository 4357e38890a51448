import Compiler
import Diagnostics

/// `check --fix`: changes the lab's sources as diagnostics offer, and says what was done and what was not.
struct SourceFixes {
  /// The lab's own files.
  let sources: SourceFiles

  /// Applies what can be applied.
  ///
  /// - Parameter diagnostics: The diagnostics that offer fixes.
  /// - Returns: What was done, line by line.
  /// - Throws: ``Compiler/WriteFailure`` where a file cannot be written; files before it are changed then, each whole.
  func apply(_ diagnostics: [Diagnostic]) throws -> [String] {
    let plan = FixPlan(diagnostics, source: sources.text)
    for (file, text) in plan.changed.sorted(by: { $0.key < $1.key }) {
      guard let path = sources.path(of: file), let old = sources.text(file) else { continue }
      try replaceFile(at: path, holding: old.bytes, with: text.bytes)
    }
    return FixReport.lines(plan)
  }
}
