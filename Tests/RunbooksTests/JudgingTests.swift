import Testing

@testable import Runbooks

@Suite("Judging results")
struct JudgingTests {
  typealias Row = (value: String?, operator: ComparisonOperator, values: [String], holds: Bool)

  static let rows: [Row] = [
    ("3", .equals, ["3.0"], true), ("1.0", .differs, ["1"], false), ("a", .equals, ["A"], false),
    ("10", .greater, ["9"], true), ("1e3", .atLeast, ["1000"], true), ("-1", .less, ["0"], true),
    ("9007199254740993", .greater, ["9007199254740992"], true), ("5", .between, ["1", "5"], true),
    ("5.01", .between, ["1", "5"], false), ("b", .in, ["a", "b"], true), ("c", .in, [], false),
    ("one two", .contains, ["e t"], true), ("one", .contains, [""], true), ("one", .startsWith, ["on"], true),
    ("one", .endsWith, ["ne"], true), ("ne", .endsWith, ["one"], false), ("v1.2", .matches, [#"^v\d"#], true),
    ("", .exists, [], false), (nil, .exists, [], false), ("0", .exists, [], true),
    // Not the same bytes, though the same to Swift's strings.
    ("e\u{301}", .equals, ["\u{E9}"], false), ("e\u{301}x", .startsWith, ["e"], true),
    ("0x10", .equals, ["16"], false), ("nan", .equals, ["nan"], true),
  ]

  @Test("values are compared as numbers where both are numbers, else byte for byte", arguments: rows.indices)
  func compares(index: Int) throws {
    let row = Self.rows[index]
    let judgement = try Comparison(row.operator, row.values).judge(row.value)
    #expect(judgement.holds == row.holds, "\(judgement.reason)")
  }

  @Test(
    "what cannot be compared is said, not guessed",
    arguments: [
      ("a", ComparisonOperator.less, ["1"], "'a' is no number"), ("1", .atMost, ["x"], "'x' is no number"),
      ("0x10", .greater, ["1"], "no number"), ("inf", .less, ["1"], "no number"), ("1", .between, ["1"], "two"),
      ("1", .equals, ["1", "2"], "one value"), ("a", .matches, ["("], "regular expression"),
    ])
  func misjudges(value: String, by way: ComparisonOperator, values: [String], reason: String) {
    let problem = #expect(throws: Misjudgement.self) { try Comparison(way, values).judge(value) }
    #expect(problem?.reason.contains(reason) == true, "\(problem?.reason ?? "")")
  }

  @Test("conditions are joined by all, any and not, and tell why")
  func conditions() throws {
    let three = Condition.compare("3", Comparison(.atLeast, ["5"]))
    let drill = Condition<String>.mode(.drill)
    #expect(try three.judge(in: .real) == Judgement(false, "'3' is not at least '5'"))
    #expect(try Condition.not(three).judge(in: .real).holds)
    #expect(try Condition.all([drill, .not(three)]).judge(in: .drill).holds)
    #expect(try !Condition.all([drill, .not(three)]).judge(in: .real).holds)
    #expect(try Condition.any([three, drill]).judge(in: .drill).holds)
    #expect(try !Condition<String>.any([]).judge(in: .drill).holds)
    #expect(try Condition<String>.all([]).judge(in: .drill).holds)
  }

  static let json = #"""
    {"a": {"b": [{"c d": "x"}, null, 1.50, true]}, "n": 12345678901, "é\"": "y", "list": ["p", "q"], "s": "two\nlines"}
    """#

  @Test(
    "a path leads into JSON",
    arguments: [
      ("$.a.b[0][\"c d\"]", ["x"]), ("$.a.b[2]", ["1.5"]), ("$.a.b[3]", ["true"]), ("$.n", ["12345678901"]),
      ("$.list", ["p", "q"]), ("$.a.b[1]", nil), ("$.a.b[9]", nil), ("$.a.b.c", nil), ("$.nothing.at.all", nil),
    ])
  func paths(path: String, values: [String]?) throws {
    #expect(try WorkReport(output: Array(Self.json.utf8)).select(.json(path)) == values)
  }

  @Test(
    "what is no JSON, or no path, is said",
    arguments: [
      ("{\"a\": ", "$.a", "no JSON"), ("", "$", "no JSON"), ("{} {}", "$", "no JSON"), ("{}", "a.b", "no path"),
      ("{}", "$[", "no path"), ("{}", "$.a[99999999999999999999]", "no path"),
      ("{\"a\": {}}", "$.a", "more than a value"),
      (String(repeating: "[", count: 100_000), "$", "no JSON"), ("\u{0}", "$.a", "no JSON"),
    ])
  func badJSON(output: String, path: String, reason: String) {
    let problem = #expect(throws: Misjudgement.self) {
      try WorkReport(output: Array(output.utf8)).select(.json(path))
    }
    #expect(problem?.reason.contains(reason) == true, "\(problem?.reason ?? "")")
  }

  @Test("output that is no text, or too long, is not looked at")
  func unreadable() {
    #expect(throws: Misjudgement.self) { try WorkReport(output: [0xFF, 0xFE]).select(.output) }
    #expect(throws: Misjudgement.self) { try WorkReport(output: [0x41], isCut: true).select(.match("A")) }
  }

  @Test(
    "captured values are typed, of one line, and fit for a command",
    arguments: [
      (" 42 \n", Capture.Kind.number, "42"), ("word\n", .text, "word"), ("a\n\n b \r\nc", .lines, "a\nb\nc"),
      ("-1.5", .text, "-1.5"),
    ])
  func captures(output: String, kind: Capture.Kind, value: String) throws {
    let result = WorkResult(ScriptOutcome(result: .succeeded, milliseconds: 0, tail: ""), output: Array(output.utf8))
    #expect(try result.captured([Capture("x", kind: kind)]) == ["x": value])
  }

  @Test(
    "values that cannot be captured fail the step",
    arguments: [
      ("a\nb", Capture.Kind.text, "2 lines"), ("x1", .number, "no number"), ("", .text, "empty"),
      ("-rf", .text, "hyphen"), ("a\n-x", .lines, "hyphen"), ("a\u{1B}[1m", .text, "control"),
      ("a\tb", .lines, "control"), (String(repeating: "x", count: 4_097), .text, "4096"),
    ])
  func badCaptures(output: String, kind: Capture.Kind, reason: String) {
    let result = WorkResult(ScriptOutcome(result: .succeeded, milliseconds: 0, tail: ""), output: Array(output.utf8))
    let problem = #expect(throws: Misjudgement.self) { try result.captured([Capture("x", kind: kind)]) }
    #expect(problem?.reason.contains(reason) == true, "\(problem?.reason ?? "")")
  }

  @Test(
    "a captured value that holds a secret fails the step, and is not quoted", arguments: [Capture.Kind.text, .lines])
  func secrets(kind: Capture.Kind) {
    let outcome = ScriptOutcome(result: .succeeded, milliseconds: 0, tail: "")
    let result = WorkResult(
      outcome, WorkReport(exitCode: 0, output: Array("the hunter2-hunter2 token".utf8)),
      redactor: Redactor(["T": "hunter2-hunter2"]))
    let problem = #expect(throws: Misjudgement.self) { try result.captured([Capture("x", kind: kind)]) }
    #expect(problem?.reason.contains("secret") == true)
    #expect(problem?.reason.contains("hunter2") == false)
  }

  @Test("an answer is taken apart: the last of several heads, its headers whatever their case, its body")
  func answers() throws {
    let text = "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 201 \r\nX-One: a\r\nx-one: b\r\nbad line\r\n\r\n{\"a\":\r\n\r\n1}"
    let answer = try #require(HTTPAnswer(Array(text.utf8)))
    #expect(answer.status == 201)
    #expect(answer.headers == ["x-one": "a, b"])
    #expect(String(decoding: answer.body, as: UTF8.self) == "{\"a\":\r\n\r\n1}")
    for bad in ["", "SSH-2.0", "HTTP/", "HTTP/1.1\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n"] {
      #expect(HTTPAnswer(Array(bad.utf8)) == nil)
    }
  }
}
