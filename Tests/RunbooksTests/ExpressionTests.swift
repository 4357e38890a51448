import Testing

@testable import Runbooks

@Suite("Conditions")
struct ExpressionTests {
  private static func read(_ text: String) throws -> Condition<Template> {
    var reader = try ExpressionReader(text, line: 1)
    return try reader.condition()
  }

  private static func text(_ text: String) -> Template { Template(text, firstLine: 1) }

  @Test("and binds closer than or, not closer than both")
  func precedence() throws {
    let members = Condition.compare(Self.text("{{ capture.members }}"), Comparison(.atLeast, [Self.text("3")]))
    let mode = Condition.compare(
      Self.text("{{ input.mode }}"), Comparison(.in, [Self.text("soft"), Self.text("very hard")]))
    let item = Condition.compare(Self.text("{{ item }}"), Comparison(.equals, [Self.text("{{ input.node }}")]))
    #expect(
      try Self.read("capture.members >= 3 or input.mode in (soft, \"very hard\") and not item == input.node")
        == .any([members, .all([mode, .not(item)])]))
    #expect(
      try Self.read("(capture.members >= 3 or input.mode in (soft, 'very hard')) and item == {{ input.node }}")
        == .all([.any([members, mode]), item]))
  }

  @Test("every operator can be written", arguments: ComparisonOperator.allCases)
  func operators(_ comparison: ComparisonOperator) throws {
    let values = comparison == .exists ? [] : comparison == .between ? ["1", "3"] : ["1"]
    let written =
      comparison == .between ? "1 and 3" : comparison == .in ? "(1)" : values.joined(separator: " ")
    #expect(
      try Self.read("capture.n \(comparison.rawValue) \(written)")
        == .compare(Self.text("{{ capture.n }}"), Comparison(comparison, values.map(Self.text))))
  }

  @Test("the mode is compared with its two words")
  func mode() throws {
    #expect(try Self.read("mode == drill") == .mode(.drill))
    #expect(try Self.read("mode != drill") == .not(.mode(.drill)))
  }

  @Test(
    "what is no condition is refused, in words that help",
    arguments: [
      ("input.a = 1", "'=' is no operator", "write =="),
      ("input.a => 1", "'=>' is no operator", "write >="),
      ("input.a matchs b", "'matchs' is no operator", "did you mean 'matches'?"),
      ("input.a && input.b", "'&&' is no operator", "write and"),
      (
        "a == b", "'a' is nothing that can be compared",
        "begin with input.NAME, capture.NAME, item, mode, or a fact of the lab"
      ),
      ("input.a", "'input.a' is not compared with anything", "write 'input.a exists'"),
      ("input.a between 1", "'between' needs two numbers", "write between 1 and 3"),
      ("input.a in (b c)", "the list after 'in' is not closed", "write in (a, b)"),
    ])
  func refused(_ text: String, message: String, solution: String) throws {
    let problem = try #require(throws: ExpressionProblem.self) { try Self.read(text) }
    #expect(problem.message == message)
    #expect(problem.solutions == [solution])
  }

  @Test(
    "a condition is shown in the words in which it can be written",
    arguments: [
      "capture.members >= 3", "not item == km01", "mode != drill", "input.a exists", "input.n between 1 and 3",
      "(input.a == x or input.a == y) and not (capture.b in (1, \"two words\") and mode == real)",
      "input.a == x and capture.b contains \"it's\" or capture.b == 'a \"quoted\" word' or input.c == \"\"",
    ])
  func written(_ text: String) throws {
    var filler = TemplateFiller(file: "try.md", thing: nil, facts: Facts(), hosts: nil)
    let planned = try Self.read(text).filled(with: &filler)
    #expect(planned.written == text)
    #expect(try Self.read(planned.written).filled(with: &filler) == planned)
  }

  @Test("parentheses and not are read to a depth, and refused beyond it", arguments: ["(", "not "])
  func depth(_ nesting: String) throws {
    func nested(_ depth: Int) -> String {
      String(repeating: nesting, count: depth) + "mode == real"
        + (nesting == "(" ? String(repeating: ")", count: depth) : "")
    }
    _ = try Self.read(nested(ExpressionReader.deepestNesting - 1))
    #expect(throws: ExpressionProblem.self) { try Self.read(nested(ExpressionReader.deepestNesting)) }
    #expect(throws: ExpressionProblem.self) { try Self.read(nested(100_000)) }
  }

  @Test("a JSON path is read to its last step")
  func jsonPath() {
    #expect(JSONPath("$")?.steps == [])
    #expect(
      JSONPath("$.a[12][\"b c\"]['d'].e-f")?.steps == [
        .member("a"), .index(12), .member("b c"), .member("d"), .member("e-f"),
      ])
    for text in ["", "a", "$a", "$.", "$..a", "$[", "$[]", "$[-1]", "$[a]", "$[\"a]", "$[99999999999999999999]"] {
      #expect(JSONPath(text) == nil, "\(text)")
    }
  }
}
