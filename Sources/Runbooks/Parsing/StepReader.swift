import Diagnostics

/// Turns one fence and its attributes into a step or a check.
struct StepReader {
  /// The languages of fences whose content a person carries out or answers.
  static let personLanguages = ["confirm", "manual"]
  private static let scriptLanguages = ["bash", "sh"]

  let block: CodeBlock
  let attributes: FenceAttributes
  let place: SourceLocation

  /// The step, or nothing where it cannot be one.
  func step(id: String, heading: String, reporting log: inout DiagnosticLog) -> Step<Template>? {
    let language = attributes.language
    let text = template(block.text, line: place.line + 1, reporting: &log)
    let kind: StepKind<Template>
    if Self.scriptLanguages.contains(language) {
      guard let script = script(text, reporting: &log) else { return nil }
      kind = .work(script)
    } else if Self.personLanguages.contains(language) {
      let ignored = attributes.names.filter { $0 != "step" && $0 != "title" }
      if let name = ignored.first { refuse("a '\(language)' step cannot have '\(name)'", &log) }
      if block.text.allSatisfy(\.isWhitespace) { refuse("the step says nothing", &log) }
      kind = language == "manual" ? .manual(text) : .confirm(text)
    } else {
      let kinds = Self.scriptLanguages + Self.personLanguages
      log.add(
        RunbookRules.attributeValue.diagnostic(
          at: place, "a step cannot be written in '\(language)'",
          explanation: "Steps are \(kinds.joined(separator: ", ")).",
          solutions: NearMiss.suggestion(for: language, in: kinds).map { [$0] } ?? []))
      return nil
    }
    let title = attributes["title"] ?? (heading.isEmpty ? id : heading)
    return Step(
      id: id, title: template(title, line: place.line, reporting: &log), kind: kind, line: place.line)
  }

  /// The check, or nothing where it cannot be one.
  func check(reporting log: inout DiagnosticLog) -> Work<Template>? {
    guard Self.scriptLanguages.contains(attributes.language) else {
      refuse("a check is written in bash, not in '\(attributes.language)'", &log)
      return nil
    }
    for name in ["title", "tty"] where attributes.has(name) { refuse("a check cannot have '\(name)'", &log) }
    return script(template(block.text, line: place.line + 1, reporting: &log), reporting: &log)
  }

  private func script(_ text: Template, reporting log: inout DiagnosticLog) -> Work<Template>? {
    if block.text.allSatisfy(\.isWhitespace) { refuse("the script is empty", &log) }
    if attributes.has("tty"), attributes.has("host") {
      log.add(
        RunbookRules.attributeValue.diagnostic(
          at: place, "'tty' and 'host' do not go together",
          explanation: "The script reaches the host through ssh's input, which would have to be the terminal.",
          solutions: ["leave out host= and write 'ssh -t HOST command' in the script"]))
    }
    if attributes.has("user"), !attributes.has("host") { refuse("'user' says nothing without 'host'", &log) }
    var work = Work(.script(text), line: place.line)
    work.host = attribute("host", reporting: &log)
    work.user = attribute("user", reporting: &log)
    work.timeoutMilliseconds = timeout(reporting: &log)
    work.usesTerminal = attributes.has("tty")
    work.secrets = secrets(reporting: &log)
    return work
  }

  private func attribute(_ name: String, reporting log: inout DiagnosticLog) -> Template? {
    guard let value = attributes[name] else { return nil }
    let template = template(value, line: place.line, reporting: &log)
    let isName = name == "host" ? Name.isHost(value) : Name.isUser(value)
    if template.placeholders.isEmpty, !isName { refuse("'\(value)' cannot be a \(name)", &log) }
    return template
  }

  private func timeout(reporting log: inout DiagnosticLog) -> Int? {
    guard let value = attributes["timeout"] else { return nil }
    guard let parsed = Milliseconds.parse(value) else {
      log.add(
        RunbookRules.attributeValue.diagnostic(
          at: place, "'\(value)' is no duration",
          explanation: "A duration is a whole number and ms, s, m or h, at most a week.", solutions: ["write 60s"]))
      return nil
    }
    return parsed
  }

  private func secrets(reporting log: inout DiagnosticLog) -> [String] {
    guard let value = attributes["secret"] else { return [] }
    let names = value.split { $0 == "," || $0 == " " }.map(String.init)
    if names.isEmpty { refuse("'secret' names no environment variable", &log) }
    for name in names where !Name.isVariable(name) {
      refuse("'\(name)' cannot be the name of an environment variable", &log)
    }
    return names.filter(Name.isVariable)
  }

  private func template(_ text: String, line: Int, reporting log: inout DiagnosticLog) -> Template {
    let template = Template(text, firstLine: line)
    template.report(in: place.file, to: &log)
    return template
  }

  private func refuse(_ message: String, _ log: inout DiagnosticLog) {
    log.add(RunbookRules.attributeValue.diagnostic(at: place, message))
  }
}
