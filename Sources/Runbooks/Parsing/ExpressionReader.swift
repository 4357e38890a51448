import Diagnostics

/// Reads conditions, and what is expected of and taken from a result.
///
///     capture.members >= 3 and (input.mode in (soft, hard) or not item == km01)
///     json $.status.members >= 3
///     capture members: number = json $.status.members
struct ExpressionReader {
  /// How deep parentheses and `not` may be nested.
  static let deepestNesting = 30

  private var tokens: ArraySlice<ExpressionToken>
  private let line: Int
  private var depth = 0

  /// Prepares to read an expression that stands on one line.
  init(_ text: String, line: Int) throws(ExpressionProblem) {
    guard let tokens = ExpressionToken.split(text) else { throw .init(message: "a quote is not closed in '\(text)'") }
    guard !tokens.isEmpty else { throw .init(message: "the condition is empty") }
    self.tokens = tokens[...]
    self.line = line
  }

  /// A whole condition.
  mutating func condition() throws(ExpressionProblem) -> Condition<Template> {
    let condition = try anyOf()
    try end()
    return condition
  }

  /// What is expected of a result: a selector and a comparison.
  mutating func expectation() throws(ExpressionProblem) -> Expectation<Template> {
    let selector = try selector()
    let comparison = try comparison(of: "\(selector.word)")
    try end()
    return Expectation(selector, comparison)
  }

  /// What is taken from a result: `members`, `members: number = json $.members`.
  mutating func capture() throws(ExpressionProblem) -> Capture {
    guard case .word(var name)? = tokens.popFirst() else { throw .init(message: "a capture begins with its name") }
    var kind: String?
    if let colon = name.firstIndex(of: ":") {
      let rest = name[name.index(after: colon)...]
      name = String(name[..<colon])
      kind = String(rest)
      if rest.isEmpty, case .word(let word)? = tokens.popFirst() { kind = word }
    }
    guard Name.isWord(name) else { throw .init(message: "'\(name)' cannot be the name of a capture") }
    var capture = Capture(name)
    if let kind {
      guard let known = Capture.Kind(rawValue: kind) else {
        throw .init(
          message: "'\(kind)' is no kind of capture",
          solutions: NearMiss.suggestion(for: kind, in: ["text", "number", "lines"]).map { [$0] }
            ?? ["write text, number or lines"])
      }
      capture.kind = known
    }
    if tokens.first == .sign("=") {
      tokens = tokens.dropFirst()
      capture.selector = try selector()
    }
    try end()
    return capture
  }

  private func end() throws(ExpressionProblem) {
    guard let next = tokens.first else { return }
    throw .init(message: "'\(next.written)' stands where the condition has ended")
  }

  private mutating func take(word: String) -> Bool {
    guard tokens.first == .word(word) else { return false }
    tokens = tokens.dropFirst()
    return true
  }

  private mutating func anyOf() throws(ExpressionProblem) -> Condition<Template> {
    var conditions = [try allOf()]
    while take(word: "or") { conditions.append(try allOf()) }
    return conditions.count == 1 ? conditions[0] : .any(conditions)
  }

  private mutating func allOf() throws(ExpressionProblem) -> Condition<Template> {
    var conditions = [try single()]
    while take(word: "and") { conditions.append(try single()) }
    return conditions.count == 1 ? conditions[0] : .all(conditions)
  }

  private mutating func single() throws(ExpressionProblem) -> Condition<Template> {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw .init(message: "the condition is nested deeper than \(Self.deepestNesting) levels")
    }
    if take(word: "not") { return .not(try single()) }
    if tokens.first == .open {
      tokens = tokens.dropFirst()
      let inner = try anyOf()
      guard tokens.popFirst() == .close else { throw .init(message: "a parenthesis is not closed") }
      return inner
    }
    if take(word: "mode") { return try mode() }
    let (text, written) = try operand()
    return .compare(text, try comparison(of: written))
  }

  private mutating func mode() throws(ExpressionProblem) -> Condition<Template> {
    let sign = tokens.popFirst()
    guard sign == .sign("==") || sign == .sign("!="), case .word(let word)? = tokens.popFirst(),
      let mode = RunMode(rawValue: word)
    else {
      throw .init(
        message: "'mode' is compared with real or drill", rule: RunbookRules.operator,
        solutions: ["write mode == drill", "write mode == real"])
    }
    return sign == .sign("==") ? .mode(mode) : .not(.mode(mode))
  }

  /// The left side: an input, a capture, the item or a fact.
  private mutating func operand() throws(ExpressionProblem) -> (Template, String) {
    let next = tokens.popFirst()
    if case .word(let word)? = next {
      if Template.isKey(word) { return (Template("{{ \(word) }}", firstLine: line), word) }
      if word.contains("{{") { return (try template(word), word) }
    }
    if case .text(let text)? = next, text.contains("{{") { return (try template(text), text) }
    throw .init(
      message: "'\(next?.written ?? "")' is nothing that can be compared",
      solutions: ["begin with input.NAME, capture.NAME, item, mode, or a fact of the lab"])
  }

  /// An operator and what follows it.
  private mutating func comparison(of written: String) throws(ExpressionProblem) -> Comparison<Template> {
    let next = tokens.popFirst()
    let word: String
    switch next {
    case .sign(let sign): word = sign
    case .word(let name): word = name
    case .open, .close, .comma, .text, nil:
      throw .init(
        message: "'\(written)' is not compared with anything", solutions: ["write '\(written) exists'"])
    }
    guard let comparison = ComparisonOperator(rawValue: word) else { throw Self.unknown(word) }
    switch comparison {
    case .exists: return Comparison(comparison, [])
    case .in: return Comparison(comparison, try list())
    case .between:
      let least = try value(after: word)
      guard take(word: "and") else {
        throw .init(message: "'between' needs two numbers", solutions: ["write between 1 and 3"])
      }
      return Comparison(comparison, [least, try value(after: "and")])
    default: return Comparison(comparison, [try value(after: word)])
    }
  }

  private static func unknown(_ word: String) -> ExpressionProblem {
    let known = ComparisonOperator.allCases.map(\.rawValue)
    let meant = ["=": "==", "=>": ">=", "=<": "<=", "<>": "!=", "&&": "and", "||": "or", "!": "not", "~": "matches"][
      word]
    let solution = meant.map { "write \($0)" } ?? NearMiss.suggestion(for: word, in: known)
    return .init(
      message: "'\(word)' is no operator", rule: RunbookRules.operator,
      solutions: [solution ?? "write one of \(known.joined(separator: " "))"])
  }

  private mutating func list() throws(ExpressionProblem) -> [Template] {
    guard tokens.first == .open else { return [try value(after: "in")] }
    tokens = tokens.dropFirst()
    var values = [try value(after: "(")]
    while true {
      switch tokens.popFirst() {
      case .comma: values.append(try value(after: ","))
      case .close: return values
      default: throw .init(message: "the list after 'in' is not closed", solutions: ["write in (a, b)"])
      }
    }
  }

  private mutating func value(after before: String) throws(ExpressionProblem) -> Template {
    switch tokens.popFirst() {
    case .word(let word):
      return Reference(key: word) != nil && Template.isKey(word)
        ? Template("{{ \(word) }}", firstLine: line) : try template(word)
    case .text(let text): return try template(text)
    default: throw .init(message: "a value is missing after '\(before)'")
    }
  }

  private func template(_ text: String) throws(ExpressionProblem) -> Template {
    let template = Template(text, firstLine: line)
    if let bad = template.malformed.first {
      throw .init(message: "'\(bad.text)' is no placeholder", rule: RunbookRules.placeholder)
    }
    return template
  }

  private mutating func selector() throws(ExpressionProblem) -> Selector {
    guard case .word(let word)? = tokens.popFirst() else { throw Self.noSelector("") }
    switch word {
    case "exit": return .exit
    case "output": return .output
    case "status": return .status
    case "header": return .header(try argument(of: word))
    case "match": return .match(try argument(of: word))
    case "json": return .json(try argument(of: word))
    default: throw Self.noSelector(word)
    }
  }

  private mutating func argument(of selector: String) throws(ExpressionProblem) -> String {
    switch tokens.popFirst() {
    case .word(let text), .text(let text): return text
    default: throw .init(message: "'\(selector)' says not which", rule: RunbookRules.selector)
    }
  }

  private static func noSelector(_ word: String) -> ExpressionProblem {
    let known = ["exit", "output", "status", "header", "match", "json"]
    return .init(
      message: "'\(word)' is no part of a result", rule: RunbookRules.selector,
      solutions: [NearMiss.suggestion(for: word, in: known) ?? "write one of \(known.joined(separator: " "))"])
  }
}
