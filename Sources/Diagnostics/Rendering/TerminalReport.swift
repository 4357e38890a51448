/// Writes diagnostics for people at a terminal.
///
/// ```
/// error[RB0102]: 192.168.10.9 is not in lan (192.168.1.0/24)
///   --> Basement/Storage.swift:21
///    |
/// 21 | let nas = TrueNAS("truenas", at: lan["192.168.10.9"])
///    |
///   note: the network is declared here (Basement/Networks.swift:5)
///   help: take an address from 192.168.1.1 to 192.168.1.254
///   more: explain RB0102
/// ```
public struct TerminalReport: Sendable {
  /// Whether colours are used.
  public var usesColour: Bool
  /// Gives the text of a file that a person wrote, by the name that places give it, where it can be found.
  public var source: @Sendable (String) -> SourceText?

  /// Sets the report up.
  ///
  /// - Parameters:
  ///   - usesColour: Whether colours are used.
  ///   - source: Gives the text of a file, where it can be found.
  public init(usesColour: Bool, source: @escaping @Sendable (String) -> SourceText? = { _ in nil }) {
    self.usesColour = usesColour
    self.source = source
  }

  /// The report: every diagnostic, then a line that counts them.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { text($0) + "\n" }.joined() + summary(diagnostics) + "\n"
  }

  /// One diagnostic.
  public func text(_ diagnostic: Diagnostic) -> String {
    let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    var lines = ["\(paint(head, colour(diagnostic.severity))): \(paint(printable(diagnostic.message), "1"))"]
    if let location = diagnostic.location {
      lines.append("  \(paint("-->", "34")) \(location)")
      lines += excerpt(location)
    }
    if let explanation = diagnostic.explanation { lines.append("  \(printable(explanation))") }
    for note in diagnostic.notes {
      lines.append("  \(paint("note", "36")): \(printable(note.text))" + (note.location.map { " (\($0))" } ?? ""))
    }
    for solution in diagnostic.solutions { lines.append("  \(paint("help", "32")): \(printable(solution))") }
    for fix in diagnostic.fixes { lines += difference(fix) }
    lines.append("  more: explain \(diagnostic.code)")
    return lines.map { $0 + "\n" }.joined()
  }

  /// How many there are of each severity.
  public func summary(_ diagnostics: [Diagnostic]) -> String {
    if diagnostics.isEmpty { return "nothing to report" }
    return Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  /// A fix as the line it changes, before and after; as the two texts where the line cannot be shown.
  private func difference(_ fix: Fix) -> [String] {
    let plan = FixPlan([fix], source: source)
    let (before, after) = plan.applied.first.map { ($0.before, $0.after) } ?? (fix.text, fix.replacement)
    return [
      "  \(paint("fix", "32")): \(printable(fix.phrase))", paint("    - \(printable(before))", "31"),
      paint("    + \(printable(after))", "32"),
    ]
  }

  private func excerpt(_ location: SourceLocation) -> [String] {
    guard let line = source(location.file)?[location.line] else { return [] }
    let margin = String(repeating: " ", count: "\(location.line)".count)
    return [
      "\(margin) \(paint("|", "34"))", "\(paint("\(location.line) |", "34")) \(printable(line))",
      "\(margin) \(paint("|", "34"))",
    ]
  }

  private func colour(_ severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Names come from the lab: control characters in them must not reach the terminal.
  private func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" }) else {
      return text
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control && $0 != "\n" ? "\u{FFFD}" : $0 }))
  }
}
