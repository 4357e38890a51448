import Diagnostics

@testable import Runbooks

/// A runbook read from text, with what was said about it.
struct Reading {
  let runbook: Runbook?
  let diagnostics: [Diagnostic]

  /// Reads a whole file.
  init(_ text: String, file: String = "runbooks/test/book.md") {
    self.init(bytes: Array(text.utf8), file: file)
  }

  init(bytes: [UInt8], file: String = "runbooks/test/book.md") {
    var log = DiagnosticLog()
    runbook = RunbookParser.parse(bytes, file: file, reporting: &log)
    diagnostics = log.diagnostics
  }

  /// Reads a body under a title; the body begins at line 4.
  static func body(_ text: String) -> Reading { Reading("---\ntitle: Test\n---\n\(text)") }

  /// `RB0705:4`, code and line of every diagnostic.
  var findings: [String] { diagnostics.map { "\($0.code):\($0.location?.line ?? 0)" } }
}
