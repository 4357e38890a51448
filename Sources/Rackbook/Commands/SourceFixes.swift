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
    var lines = plan.applied.flatMap { applied in
      ["fixed \(applied.location): \(applied.fix.phrase)", "  - \(applied.before)", "  + \(applied.after)"]
    }
    lines += plan.refused.map { refused in
      "not fixed\(refused.fix.location.map { " \($0)" } ?? ""): \(refused.fix.phrase) (\(refused.reason))"
    }
    return lines.isEmpty ? ["no diagnostic offers a fix"] : lines
  }
}
