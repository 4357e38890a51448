import Testing

@testable import Diagnostics

@Suite("How diagnostics are told")
struct ReportTests {
  static let rule = Rule("RB9999", .error, "a rule of the tests", why: "Because.", remedy: "Do it.")
  static let vault = ThingID("service", "vault")

  @Test("a diagnostic shows its rule, its place, the line that was written, facts and ways out")
  func wholeReport() {
    var log = DiagnosticLog(places: [Self.vault: SourceLocation("Lab/Vault.swift", 12)])
    log.add(
      Self.rule.diagnostic(
        about: Self.vault, "service 'vault' is alone", notes: [Diagnostic.Note("declared here", about: Self.vault)],
        solutions: ["give it a friend"]))
    let report = TerminalReport { _ in
      SourceText(String(repeating: "\n", count: 11) + "let vault = Service(\"vault\")")
    }
    #expect(
      report.text(log.diagnostics) == """
        error[RB9999]: service 'vault' is alone
          --> Lab/Vault.swift:12
           |
        12 | let vault = Service("vault")
           |                     ^^^^^^^
          note: declared here
          help: give it a friend
          more: explain RB9999

        1 error

        """)
  }

  @Test("control characters of a name never reach the terminal", arguments: ["\u{1B}[2J", "\u{7}", "\r", "\u{9B}31m"])
  func noControlCharacters(hostile: String) {
    let text = TerminalReport().text(Self.rule.diagnostic("name '\(hostile)'"))
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }

  @Test("an annotation stays one line, whatever the names hold")
  func annotation() {
    let diagnostic = Self.rule.diagnostic(
      at: SourceLocation("Lab/a,b:c.swift", 3), "50 % of\nnothing\r::error::gone", solutions: ["look"])
    #expect(
      AnnotationReport().text([diagnostic])
        == "::error file=Lab/a%2Cb%3Ac.swift,line=3,title=RB9999::50 %25 of%0Anothing%0D::error::gone%0Ahelp: look\n")
  }

  @Test("the order is that of the places, however they came in, and each is told once")
  func order() {
    let diagnostics = [("B.swift", 2), ("A.swift", 9), ("A.swift", 3), ("A.swift", 3)].map { file, line in
      Self.rule.diagnostic(at: SourceLocation(file, line), "x")
    }
    for shuffled in [diagnostics, diagnostics.reversed(), diagnostics.shuffled()] {
      var log = DiagnosticLog()
      log.add(contentsOf: shuffled)
      #expect(log.diagnostics.compactMap { $0.location?.description } == ["A.swift:3", "A.swift:9", "B.swift:2"])
    }
  }

  @Test("errors, warnings and notes are counted apart")
  func counts() {
    let warning = Rule("RB9998", .warning, "w", why: "", remedy: "").diagnostic("w")
    #expect(ReportSummary.text([]) == "nothing to report")
    #expect(
      ReportSummary.text([Self.rule.diagnostic("a"), Self.rule.diagnostic("b"), warning]) == "2 errors, 1 warning")
  }
}
