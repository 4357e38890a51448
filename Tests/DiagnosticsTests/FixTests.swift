import Testing

@testable import Diagnostics

@Suite("Fixes")
struct FixTests {
  static let rule = Rule("RB9999", .error, "a rule of the tests", why: "Because.", remedy: "Do it.")
  static let file = """
    import Rackbook

    let lan = Network("lan", "10.0.0.9/24", gateway: "10.0.0.1")  // once was 10.0.0.9/240
    let web = VM(
      "web", id: 10, on: pve, at: lan["10.0.0.10"], cores: 10,
      memory: .gib(8))
      .needs(lan)
    let last = 10
    """

  private func plan(_ fixes: Fix..., in text: String = file) -> FixPlan {
    var log = DiagnosticLog()
    for fix in fixes { log.add(Self.rule.diagnostic(at: SourceLocation("Lab/A.swift", 3), fix.phrase, fixes: [fix])) }
    return FixPlan(log.diagnostics) { $0 == "Lab/A.swift" ? SourceText(text) : nil }
  }

  @Test("a text that stands once in the statement is replaced, and nothing else")
  func replaces() throws {
    let plan = plan(Fix("write the first address", replace: "10.0.0.9/24", by: "10.0.0.0/24"))
    let new = try #require(plan.changed["Lab/A.swift"])
    let expected = Self.file.replacing("\"10.0.0.9/24\"", with: "\"10.0.0.0/24\"")
    #expect(String(decoding: new.bytes, as: UTF8.self) == expected)
    #expect(plan.applied.map(\.location) == [SourceLocation("Lab/A.swift", 3)])
  }

  @Test("a statement goes on until its brackets are closed and no dot follows")
  func statement() {
    let text = SourceText(Self.file)
    #expect(text.statement(from: 4) == 4...7)
    #expect(text.statement(from: 3) == 3...3)
    #expect(SourceText("let a = \"(\"\nlet b = 1").statement(from: 1) == 1...1)
    #expect(SourceText("let a = f(\"\\(g(\"x\"))\",\n  2)\nlet b = 1").statement(from: 1) == 1...2)
    #expect(SourceText("let a = \"\"\"\n  ) \" (\n  \"\"\"\nlet b = 1").statement(from: 1) == 1...3)
    #expect(SourceText("f(1, // (\n 2 /* ) */)\nlet b = 1").statement(from: 1) == 1...2)
    #expect(SourceText("{ Volume(\n)\n} \n let b = (").statement(from: 2) == 2...2)
    #expect(SourceText("let a = (((").statement(from: 1) == 1...1)
    #expect(SourceText("").statement(from: 9) == 9...9)
  }

  @Test(
    "what is ambiguous, gone, elsewhere or no text of one line is left alone, with the reason",
    arguments: [
      (Fix("a", replace: "10", by: "11", at: SourceLocation("Lab/A.swift", 4)), "stands 2 times"),
      (Fix("a", replace: "10.0.0.8", by: "x"), "stands nowhere"),
      (Fix("a", replace: "0.0.0", by: "x"), "stands nowhere"),
      (Fix("a", replace: "", by: "x"), "stands nowhere"),
      (Fix("a", replace: "lan", by: "x", at: SourceLocation("Lab/B.swift", 4)), "not at hand"),
      (Fix("a", replace: "lan", by: "x", at: SourceLocation("Lab/A.swift", 99)), "stands nowhere"),
      (Fix("a", replace: "Network", by: "x\ny"), "no text of one line"),
      (Fix("a", replace: "Network", by: "\u{1B}[2J"), "no text of one line"),
    ])
  func refused(fix: Fix, reason: String) {
    let plan = plan(fix)
    #expect(plan.applied.isEmpty && plan.changed.isEmpty)
    #expect(plan.refused.first?.reason.contains(reason) == true, "\(plan.refused)")
  }

  @Test("of two ways out none is chosen, and a line is changed once")
  func choices() {
    let two = Self.rule.diagnostic(
      at: SourceLocation("Lab/A.swift", 3), "x",
      fixes: [Fix("a", replace: "Network", by: "x"), Fix("b", replace: "Network", by: "y")])
    let choice = FixPlan([two]) { _ in SourceText(Self.file) }
    #expect(choice.applied.isEmpty && choice.refused.count == 2)
    let both = plan(Fix("a", replace: "Network", by: "x"), Fix("b", replace: "10.0.0.1", by: "10.0.0.2"))
    #expect(both.applied.map(\.fix.phrase) == ["a"])
    #expect(both.refused.map(\.reason) == ["another fix has changed Lab/A.swift:3"])
  }

  @Test("line ends and bytes that are no text stay as they are")
  func bytes() throws {
    let old = Array("let a = 1\r\nlet b = 2\r\n".utf8) + [0xFF, 0xFE]
    var log = DiagnosticLog()
    log.add(Self.rule.diagnostic(at: SourceLocation("L/a", 2), "x", fixes: [Fix("p", replace: "2", by: "3")]))
    let plan = FixPlan(log.diagnostics) { _ in SourceText(old) }
    #expect(plan.changed["L/a"]?.bytes == Array("let a = 1\r\nlet b = 3\r\n".utf8) + [0xFF, 0xFE])
    #expect(plan.applied.first?.before == "let b = 2")
  }

  @Test("the terminal shows the line before and after, or the texts where the line is not at hand")
  func shown() {
    var log = DiagnosticLog()
    let fix = Fix("write the first address", replace: "10.0.0.9/24", by: "10.0.0.0/24")
    log.add(Self.rule.diagnostic(at: SourceLocation("Lab/A.swift", 3), "x", fixes: [fix]))
    let shown = TerminalReport { _ in SourceText(Self.file) }.text(log.diagnostics)
    #expect(shown.contains("    + let lan = Network(\"lan\", \"10.0.0.0/24\", gateway"), "\(shown)")
    #expect(TerminalReport().text(log.diagnostics).contains("    - 10.0.0.9/24\n    + 10.0.0.0/24\n"))
    #expect(AnnotationReport().text(log.diagnostics).contains("fix: write the first address: replace 10.0.0.9/24 by"))
  }
}
