import Compiler
import Diagnostics
import Testing

@Suite("The page on rules of networks tells the truth")
struct NetworkRulesTests {
  @Test("each rule that it lists is one, of that severity and with that title, and none is listed twice")
  func rows() throws {
    let titles = Dictionary(
      rules.map { ($0.code, "| \($0.code) | \($0.severity.rawValue) | \($0.title) |") },
      uniquingKeysWith: { first, _ in first })
    let rows = try ReadmeTests.text("docs/network-rules.md").split(separator: "\n").filter { $0.hasPrefix("| RB") }
    #expect(rows.count > 100)
    #expect(Set(rows).count == rows.count)
    for row in rows { #expect(titles[String(row.dropFirst(2).prefix(6))] == String(row)) }
  }

  @Test("every rule on networks that checks watch over is listed")
  func complete() throws {
    let page = try ReadmeTests.text("docs/network-rules.md")
    for rule in rules where rule.code.hasPrefix("RB01") { #expect(page.contains("| \(rule.code) |"), "\(rule.code)") }
  }
}
