import Diagnostics

/// One fence while it is read: its attributes, its content, and what is said about them.
struct Fence {
  /// The words of languages whose content a process carries out.
  static let workLanguages = ["bash", "sh", "command", "copy", "kubectl", "helm", "http"]
  /// The words of languages that are always steps.
  static let stepLanguages = ["manual", "confirm", "approval", "note", "assert", "branch", "runbook"]

  /// What stands in its braces.
  let attributes: FenceAttributes
  /// What stands between its opening and its closing line.
  let text: String
  /// Where it opens.
  let place: SourceLocation
  /// The source line on which its content begins.
  let textLine: Int
  /// What is wrong with it.
  private(set) var log = DiagnosticLog()

  /// Describes a fence.
  ///
  /// - Parameters:
  ///   - attributes: What stands in its braces.
  ///   - text: Its content.
  ///   - place: Where it opens.
  ///   - textLine: The source line on which its content begins; the one after `place` unless something else is said.
  init(_ attributes: FenceAttributes, text: String, at place: SourceLocation, textLine: Int? = nil) {
    self.attributes = attributes
    self.text = text
    self.place = place
    self.textLine = textLine ?? place.line + 1
  }

  /// Its language.
  var language: String { attributes.language }

  /// Whether it says nothing.
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// The lines of its content that say something, each with its source line.
  var lines: [(text: String, line: Int)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { offset, line in
      line.trimmed.isEmpty ? nil : (String(line.trimmed), textLine + offset)
    }
  }

  /// Says what is wrong.
  ///
  /// - Parameters:
  ///   - message: What is wrong.
  ///   - line: The source line; that of the opening fence unless something else is said.
  ///   - rule: The rule that is broken; that of attributes' values unless something else is said.
  ///   - explanation: What the reader asks next.
  ///   - solutions: Ways out.
  mutating func refuse(
    _ message: String, line: Int? = nil, rule: Rule = RunbookRules.attributeValue, explanation: String? = nil,
    solutions: [String] = []
  ) {
    log.add(
      rule.diagnostic(
        at: SourceLocation(place.file, line ?? place.line), message, explanation: explanation, solutions: solutions))
  }

  /// A text with placeholders, which begins on the opening line unless something else is said.
  mutating func template(_ text: String, line: Int? = nil) -> Template {
    let template = Template(text, firstLine: line ?? place.line)
    template.report(in: place.file, to: &log)
    return template
  }

  /// Its content as a text with placeholders.
  mutating func content() -> Template { template(text, line: textLine) }

  /// The text of an attribute.
  mutating func template(of name: String) -> Template? {
    attributes[name].map { template($0) }
  }

  /// The duration that an attribute names, in milliseconds.
  mutating func milliseconds(of name: String) -> Int? {
    guard let value = attributes[name] else { return nil }
    if let parsed = Milliseconds.parse(value) { return parsed }
    refuse(
      "'\(value)' is no duration", explanation: "A duration is a whole number and ms, s, m or h, at most a week.",
      solutions: ["write 60s"])
    return nil
  }

  /// The whole number that an attribute names.
  mutating func number(of name: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = attributes[name] else { return nil }
    if let number = Int(value), range.contains(number) { return number }
    refuse("'\(value)' is no value of '\(name)': a whole number, \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// The names that an attribute lists, separated by commas or blanks; each must be allowed.
  mutating func names(of name: String, called kind: String, where isAllowed: (String) -> Bool) -> [String] {
    guard let value = attributes[name] else { return [] }
    let names = value.split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
    if names.isEmpty { refuse("'\(name)' names no \(kind)") }
    for name in names where !isAllowed(name) { refuse("'\(name)' cannot be the name of \(kind)") }
    return names.filter(isAllowed)
  }

  /// Refuses attributes that say nothing here.
  mutating func allow(_ allowed: [String], for kind: String) {
    for name in attributes.names where !allowed.contains(name) {
      refuse("\(kind) cannot have '\(name)'")
    }
  }
}
