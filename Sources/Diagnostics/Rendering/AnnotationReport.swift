/// Writes diagnostics as annotations for GitHub Actions: one `::error` line each, shown at the line of the pull request.
public struct AnnotationReport: Sendable {
  /// Gives the path of a file in the repository, by the name that places give it.
  public var path: @Sendable (String) -> String

  /// A report.
  ///
  /// - Parameter path: Gives the path of a file in the repository; the name itself unless said otherwise.
  public init(path: @escaping @Sendable (String) -> String = { $0 }) {
    self.path = path
  }

  /// The lines.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
      var properties: [String] = []
      if let location = diagnostic.location {
        properties += ["file=\(property(path(location.file)))", "line=\(location.line)"]
      }
      properties.append("title=\(property(diagnostic.code))")
      let notes = diagnostic.notes.map { note in
        "note: \(note.text)" + (note.location.map { " (\(path($0.file)):\($0.line))" } ?? "")
      }
      let fixes = diagnostic.fixes.map { "fix: \($0.phrase): replace \($0.text) by \($0.replacement)" }
      let body = [diagnostic.message] + notes + diagnostic.solutions.map { "help: \($0)" } + fixes
      return "::\(command) \(properties.joined(separator: ","))::\(data(body.joined(separator: "\n")))\n"
    }.joined()
  }

  // The escapes that the format's documentation names.
  private func data(_ text: String) -> String {
    text.map { ["%": "%25", "\r": "%0D", "\n": "%0A", "\r\n": "%0D%0A"][$0] ?? String($0) }.joined()
  }

  private func property(_ text: String) -> String {
    data(text).map { [":": "%3A", ",": "%2C"][$0] ?? String($0) }.joined()
  }
}
