import Diagnostics

/// Reads what front matter says of one input.
struct InputReader {
  /// What can be said of an input beside what it is: `input.NAME.thing` and so on.
  static let properties = ["choice", "default", "number", "pattern", "thing"]

  let file: String

  /// The input of a name.
  func input(_ name: String, _ matter: FrontMatter, reporting log: inout DiagnosticLog) -> RunbookInput {
    var input = RunbookInput(name: name, description: matter.entries["input.\(name)"]?.values.first ?? "")
    let kinds = ["choice", "number", "pattern", "thing"].compactMap { word in
      matter.entries["input.\(name).\(word)"].map { (word: word, line: $0.line) }
    }.sorted { $0.line < $1.line }.map(\.word)
    if kinds.count > 1 {
      refuse(
        "the input '\(name)' has a \(kinds[0]) and a \(kinds[1])", at: matter.entries["input.\(name).\(kinds[1])"],
        &log)
    }
    if let kind = kinds.first, let entry = matter.entries["input.\(name).\(kind)"] {
      input.kind = self.kind(kind, entry, reporting: &log)
    }
    if let entry = matter.entries["input.\(name).default"], let value = entry.values.first {
      input.standard = value
      // Choices that the lab gives are known when the runbook is planned.
      if !input.isOpen, let problem = input.problem(with: value) { refuse(problem, at: entry, &log) }
    }
    return input
  }

  private func kind(_ word: String, _ entry: FrontMatter.Entry, reporting log: inout DiagnosticLog) -> InputKind? {
    let text = entry.values.first ?? ""
    switch word {
    case "choice":
      if Set(entry.values).count < entry.values.count { refuse("a choice is listed twice", at: entry, &log) }
      for value in entry.values { Template(value, firstLine: entry.line).report(in: file, to: &log) }
      return .choice(entry.values)
    case "pattern":
      if let problem = PatternSyntax.problem(of: text) {
        log.add(RunbookRules.selector.diagnostic(at: SourceLocation(file, entry.line), problem))
        return nil
      }
      return .pattern(text)
    case "number": return number(text, entry, reporting: &log)
    default:
      if !Name.isWord(text) { refuse("'\(text)' cannot be a kind of thing", at: entry, &log) }
      return .thing(kind: text)
    }
  }

  /// `any`, `1 to 5`, `1 or more`, `5 or less`.
  private func number(
    _ text: String, _ entry: FrontMatter.Entry, reporting log: inout DiagnosticLog
  ) -> InputKind? {
    if text == "any" { return .number(least: nil, most: nil) }
    let words = text.split(separator: " ").map(String.init)
    if words.count == 3, let first = Int(words[0]) {
      if words[1] == "to", let last = Int(words[2]), first <= last { return .number(least: first, most: last) }
      if words[1] == "or", words[2] == "more" { return .number(least: first, most: nil) }
      if words[1] == "or", words[2] == "less" { return .number(least: nil, most: first) }
    }
    refuse(
      "'\(text)' is no range of whole numbers", at: entry, &log,
      solutions: ["write any, 1 to 5, 1 or more, or 5 or less"])
    return nil
  }

  private func refuse(
    _ message: String, at entry: FrontMatter.Entry?, _ log: inout DiagnosticLog, solutions: [String] = []
  ) {
    log.add(
      RunbookRules.frontMatterKey.diagnostic(
        at: SourceLocation(file, entry?.line ?? 1), message, solutions: solutions))
  }
}
