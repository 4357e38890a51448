/// Writes diagnostics as plain sentences in order, for screen readers and for reading aloud: how many there are first,
/// no colours, no columns, no signs that stand for something.
public struct NarratedReport: Sendable {
  /// Whether every diagnostic is told, however many there are of one code.
  public var showsAll: Bool

  /// Sets the report up.
  ///
  /// - Parameter showsAll: Whether every diagnostic is told; the first ten of a code unless said otherwise.
  public init(showsAll: Bool = false) {
    self.showsAll = showsAll
  }

  /// The report.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "There is nothing to report.\n" }
    let (shown, more) = showsAll ? (diagnostics, []) : ReportSummary.grouped(diagnostics)
    let counts = ReportSummary.counts(diagnostics)
    var paragraphs = ["There \(diagnostics.count == 1 ? "is" : "are") \(Narration.list(counts))."]
    for severity in Severity.allCases {
      let total = diagnostics.count { $0.severity == severity }
      for (number, diagnostic) in shown.filter({ $0.severity == severity }).enumerated() {
        paragraphs.append(paragraph(diagnostic, number + 1, of: total))
      }
    }
    paragraphs += more.map { code, count in "There are \(count) more of \(code). The option all tells them." }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  private func paragraph(_ diagnostic: Diagnostic, _ number: Int, of total: Int) -> String {
    let title = diagnostic.severity.rawValue.prefix(1).uppercased() + diagnostic.severity.rawValue.dropFirst()
    let place = diagnostic.location.map { ", in \(Narration.place($0))" } ?? ""
    var sentences = ["\(title) \(number) of \(total)\(place).", Narration.sentence(diagnostic.message)]
    sentences += diagnostic.explanation.map { [Narration.sentence($0)] } ?? []
    sentences += diagnostic.notes.map { note in
      let place = note.location.map { ", in \(Narration.place($0))" } ?? ""
      return Narration.sentence("Note: \(note.text)\(place)")
    }
    sentences += diagnostic.solutions.map { Narration.sentence($0.hasPrefix("did you") ? $0 : "You can \($0)") }
    sentences += diagnostic.fixes.map { fix in
      "A fix is offered. \(Narration.sentence(fix.phrase)) Replace \(Narration.sentence("\(fix.text) by \(fix.replacement)"))"
    }
    sentences.append("The rule is \(diagnostic.code).")
    return sentences.joined(separator: "\n")
  }
}
