/// Writes diagnostics for people at a terminal.
///
/// ```
/// error[RB0108]: 192.168.11.31, the address of vm 'web', is outside network 'lan' (192.168.10.0/24)
///   --> Basement/Machines.swift:21
///    |
/// 22 |   "web", id: 101, on: pve1, at: lan["192.168.11.31"], cores: 2, memory: .gib(4),
///    |                                      ^^^^^^^^^^^^^
///   note: network 'lan' is declared here
///   --> Basement/Networks.swift:5
///    |
///  5 | let lan = Network("lan", "192.168.10.0/24")
///    |
///   help: take an address from 192.168.10.1 to 192.168.10.254
///   more: explain RB0108
/// ```
///
/// Of many diagnostics with one code, the first ten are shown and the others counted.
public struct TerminalReport: Sendable {
  /// What the terminal can show.
  public var style: TerminalStyle
  /// Whether every diagnostic is shown, however many there are of one code.
  public var showsAll: Bool
  /// Gives the text of a file that a person wrote, by the name that places give it, where it can be found.
  public var source: @Sendable (String) -> SourceText?

  /// Sets the report up.
  ///
  /// - Parameters:
  ///   - style: What the terminal can show; no colours and lines of any length unless said otherwise.
  ///   - showsAll: Whether every diagnostic is shown; the first ten of a code unless said otherwise.
  ///   - source: Gives the text of a file, where it can be found.
  public init(
    style: TerminalStyle = .plain, showsAll: Bool = false,
    source: @escaping @Sendable (String) -> SourceText? = { _ in nil }
  ) {
    self.style = style
    self.showsAll = showsAll
    self.source = source
  }

  /// The report: every diagnostic, what was left out, then a line that counts them.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    let (shown, more) = showsAll ? (diagnostics, []) : ReportSummary.grouped(diagnostics)
    let left = more.map { code, count in "and \(count) more of \(code); --all shows them\n" }.joined()
    return shown.map { text($0) + "\n" }.joined() + left + ReportSummary.text(diagnostics) + "\n"
  }

  /// One diagnostic.
  public func text(_ diagnostic: Diagnostic) -> String {
    let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: "
    var lines = style.lines(label: head, colour(diagnostic.severity), text: diagnostic.message, .strong)
    if let location = diagnostic.location {
      lines += place(location) { FaultSpan.find(diagnostic, in: $0) }
    }
    for paragraph in (diagnostic.explanation ?? "").split(separator: "\n") {
      lines += style.lines(label: "  ", text: String(paragraph))
    }
    for note in diagnostic.notes {
      lines += style.lines(label: "  note: ", .note, text: note.text)
      if let location = note.location, location != diagnostic.location {
        lines += place(location) { FaultSpan.find(note.text, at: location, in: $0) }
      }
    }
    for solution in diagnostic.solutions { lines += style.lines(label: "  help: ", .way, text: solution) }
    for fix in diagnostic.fixes { lines += difference(fix) }
    lines.append("  more: explain \(diagnostic.code)")
    return lines.map { $0 + "\n" }.joined()
  }

  /// A place and the line that stands there.
  private func place(_ location: SourceLocation, span: (SourceText) -> SourceText.Span?) -> [String] {
    let arrow = "  \(style.paint("-->", .frame)) \(PrintableText.line(location.description))"
    guard let file = source(location.file) else { return [arrow] }
    return [arrow] + SourceExcerpt(style: style).lines(location, span: span(file), in: file)
  }

  /// A fix as the line it changes, before and after; as the two texts where the line cannot be shown.
  private func difference(_ fix: Fix) -> [String] {
    let plan = FixPlan([fix], source: source)
    let (before, after) = plan.applied.first.map { ($0.before, $0.after) } ?? (fix.text, fix.replacement)
    return style.lines(label: "  fix: ", .way, text: fix.phrase) + [
      style.paint("    - \(PrintableText.line(before))", .removed),
      style.paint("    + \(PrintableText.line(after))", .way),
    ]
  }

  private func colour(_ severity: Severity) -> TerminalStyle.Colour {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
