import Diagnostics

/// Puts facts into templates: as text for people, as quoted words for bash, as bare names for ssh.
struct TemplateFiller {
  let file: String
  let thing: ThingID?
  let facts: Facts

  /// Text for people.
  func prose(_ template: Template, reporting log: inout DiagnosticLog) -> PlannedText {
    fill(template, reporting: &log) { values, planned in
      planned.append(values.joined(separator: ", "))
      return nil
    }
  }

  /// A script for bash.
  func shell(_ template: Template, reporting log: inout DiagnosticLog) -> PlannedText {
    var planned = PlannedText()
    var writer = ShellWriter()
    var written = 0
    func flush() {
      planned.append(String(writer.text.utf8.dropFirst(written)) ?? "")
      written = writer.text.utf8.count
    }
    for part in template.parts {
      switch part {
      case .text(let text): writer.add(text)
      case .placeholder(let key, let line):
        if let name = InputKey.name(in: key) {
          flush()
          planned.append(input: name)
          writer.passValue()
        } else if let words = words(key, line: line, reporting: &log), let obstacle = writer.add(words: words) {
          refuseQuoting(key, words: words, because: obstacle, line: line, reporting: &log)
        }
      }
    }
    flush()
    return planned
  }

  /// The name of a host or a user.
  func name(
    _ template: Template, called kind: String, allowed: (String) -> Bool, reporting log: inout DiagnosticLog
  ) -> PlannedText {
    let filled = fill(template, reporting: &log) { values, planned in
      guard values.count == 1, let value = values.first else { return "a list cannot be a \(kind)" }
      planned.append(value)
      return nil
    }
    let line = template.placeholders.first?.line ?? 1
    if filled.inputs.isEmpty, !filled.description.isEmpty, !allowed(filled.description) {
      log.add(
        RunbookRules.attributeValue.diagnostic(
          about: thing, at: SourceLocation(file, line), "'\(filled.description)' cannot be a \(kind)"))
    }
    return filled
  }

  /// Reports a host that the lab does not have.
  func check(host: PlannedText, among hosts: Set<String>, line: Int, reporting log: inout DiagnosticLog) {
    let name = host.description
    guard host.inputs.isEmpty, Name.isHost(name), !hosts.contains(name) else { return }
    log.add(
      RunbookRules.host.diagnostic(
        about: thing, at: SourceLocation(file, line), "the lab has no host '\(name)'",
        solutions: NearMiss.suggestion(for: name, in: hosts).map { [$0] } ?? []))
  }

  /// Reports a placeholder of the prose that has no fact.
  func checkProse(_ mention: Runbook.Mention, reporting log: inout DiagnosticLog) {
    if InputKey.name(in: mention.key) == nil { _ = words(mention.key, line: mention.line, reporting: &log) }
  }

  /// The words a fact stands for, once they are known to be plain lines of text.
  private func words(_ key: String, line: Int, reporting log: inout DiagnosticLog) -> [String]? {
    let place = SourceLocation(file, line)
    guard let fact = facts[key] else {
      let owner = thing.map { "of \($0)" } ?? "of the lab"
      log.add(
        RunbookRules.fact.diagnostic(
          about: thing, at: place, "'\(key)' is no fact \(owner)",
          solutions: NearMiss.suggestion(for: key, in: facts.keys).map { [$0] } ?? []))
      return nil
    }
    let words =
      switch fact.value {
      case .text(let text): [text]
      case .list(let list): list
      }
    if words.contains(where: { $0.unicodeScalars.contains { Name.isControl($0) || $0 == "\t" } }) {
      log.add(
        RunbookRules.text.diagnostic(
          about: thing, at: place, "the value of '\(key)' holds a line end or a control character",
          notes: fact.origin.map { [Diagnostic.Note("the value is set here", at: $0)] } ?? []))
      return nil
    }
    return words
  }

  private func fill(
    _ template: Template, reporting log: inout DiagnosticLog,
    adding add: ([String], inout PlannedText) -> String?
  ) -> PlannedText {
    var planned = PlannedText()
    for part in template.parts {
      switch part {
      case .text(let text): planned.append(text)
      case .placeholder(let key, let line):
        if let name = InputKey.name(in: key) {
          planned.append(input: name)
        } else if let words = words(key, line: line, reporting: &log), let problem = add(words, &planned) {
          log.add(
            RunbookRules.attributeValue.diagnostic(
              about: thing, at: SourceLocation(file, line), "'\(key)': \(problem)"))
        }
      }
    }
    return planned
  }

  private func refuseQuoting(
    _ key: String, words: [String], because obstacle: String, line: Int, reporting log: inout DiagnosticLog
  ) {
    log.add(
      RunbookRules.quoting.diagnostic(
        about: thing, at: SourceLocation(file, line), "the value of '\(key)' needs quoting, but \(obstacle)",
        notes: [Diagnostic.Note("the value is: \(words.joined(separator: " "))", at: facts[key]?.origin)],
        solutions: ["put it into a variable at the head of the script: value={{ \(key) }}, then \"$value\""]))
  }
}
