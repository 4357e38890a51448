import Testing

@testable import Runbooks

@Suite("Regular expressions")
struct RegularExpressionTests {
  struct Case: Sendable {
    var source: String
    var text: String
    var found: String?
    var group: String?
  }

  static let cases = [
    Case(source: "ab+c", text: "xabbbc", found: "abbbc"),
    Case(source: "a|ab", text: "ab", found: "a"),
    Case(source: #"version (\d+)\.\d+"#, text: "version 12.3", found: "version 12.3", group: "12"),
    Case(source: "(a)|b", text: "b", found: "b"),
    Case(source: "^b", text: "a\nb"),
    Case(source: "(?m)^b$", text: "a\nb\nc", found: "b"),
    Case(source: "a.c", text: "a\nc"),
    Case(source: "(?s)a.c", text: "a\nc", found: "a\nc"),
    Case(source: "(?i)straße|[a-c]+", text: "XABCX", found: "ABC"),
    Case(source: "<.+?>", text: "<a><b>", found: "<a>"),
    Case(source: "x{2,3}", text: "xxxx", found: "xxx"),
    Case(source: "x{2}?", text: "xxxx", found: "xx"),
    Case(source: #"[^\d\s]+"#, text: "12 é-]", found: "é-]"),
    Case(source: "[]a-]+", text: "x]a-", found: "]a-"),
    Case(source: #"\bok\b"#, text: "not okay, ok.", found: "ok"),
    Case(source: "(a*)*b", text: "aaab", found: "aaab", group: "aaa"),
    Case(source: "", text: "abc", found: ""),
    Case(source: #"\$\{x\}"#, text: "a ${x}", found: "${x}"),
    Case(source: "(?:a|b)(c)", text: "bc", found: "bc", group: "c"),
  ]

  @Test("the leftmost match is found, and what its first group took", arguments: cases)
  func matches(_ example: Case) throws {
    let match = try RegularExpression(example.source).firstMatch(in: example.text)
    #expect(match?.text == example.found)
    if example.group != nil || match?.hasGroup == true { #expect(match?.group.map { $0 } == example.group) }
  }

  @Test(
    "what is no regular expression is refused with a reason",
    arguments: [
      ("(", "not closed"), ("a)", "closes no group"), ("*a", "repeats nothing"), ("a**", "repeats a repetition"),
      ("a{3,2}", "greater"), ("a{", "number"), ("a{9999}", "number"), (#"(a)\1"#, "back references"),
      ("(?=a)", "begins nothing"), ("(?<n>a)", "begins nothing"), ("[z-a]", "range"), ("[a", "not closed"),
      ("[[:digit:]]", "begins nothing"), (#"\p{L}"#, "nothing that is known"), ("a\\", "backslash"),
      ("(?:(?:(?:a{1000}){1000}){1000}){1000}", "too large"), ("(?:(?:(?:){1000}){1000}){1000}", "too large"),
      (String(repeating: "(", count: 200) + String(repeating: ")", count: 200), "deep"),
      (String(repeating: "a", count: 1_001), "at most"),
    ])
  func refuses(source: String, reason: String) {
    let problem = #expect(throws: RegularExpression.Problem.self) { try RegularExpression(source) }
    #expect(problem?.reason.contains(reason) == true, "\(problem?.reason ?? "")")
  }

  @Test(
    "expressions that stop a backtracking matcher for ever are answered within their budget",
    arguments: ["(a+)+b", "(a|a)*b", "(a|aa)+$b", "(.*)*x", "a*a*a*a*a*a*a*b"])
  func catastrophes(source: String) throws {
    let text = String(repeating: "a", count: 5_000) + "!"
    #expect(try RegularExpression(source).firstMatch(in: text) == nil)
  }

  @Test("a text that is too long for an expression is refused, not waited for")
  func budget() throws {
    let program = try RegexProgram(.repeated(.set(.one("a")), least: 0, most: 900, isLazy: false))
    var machine = RegexMachine(program: program, text: Array(repeating: "a", count: 1_000), budget: 10_000)
    let problem = #expect(throws: RegularExpression.Problem.self) { try machine.run() }
    #expect(problem?.reason.contains("too long") == true)
  }

  @Test("all of a text can be asked for", arguments: [("a|ab", "ab", true), ("[0-9]+", "12a", false), ("", "", true)])
  func whole(source: String, text: String, isWhole: Bool) throws {
    #expect(try RegularExpression(source).matchesWhole(text) == isWhole)
  }
}
