import Diagnostics

/// Puts facts into templates: as text for people, as quoted words for bash, as bare names for ssh.
struct TemplateFiller: TextFiller {
  let file: String
  let thing: ThingID?
  let facts: Facts
  /// Every name and address a step may be run on; nothing to leave that unchecked.
  let hosts: Set<String>?
  /// The call by which the runbook is planned.
  let call: StepPlanner.Call
  /// What cannot be filled in.
  private(set) var log = DiagnosticLog()

  init(
    file: String, thing: ThingID?, facts: Facts, hosts: Set<String>? = nil, call: StepPlanner.Call = StepPlanner.Call()
  ) {
    self.file = file
    self.thing = thing
    self.facts = facts
    self.hosts = hosts
    self.call = call
  }

  /// Text for people.
  mutating func prose(_ template: Template) -> PlannedText {
    fill(template) { values, planned in
      planned.append(values.joined(separator: ", "))
      return nil
    }
  }

  /// One value as it is.
  mutating func value(_ template: Template) -> PlannedText {
    fill(template) { values, planned in
      guard values.count == 1, let value = values.first else { return "a list cannot stand where one value is meant" }
      planned.append(value)
      return nil
    }
  }

  /// As many words as a list has where the template is that list alone, else one.
  mutating func words(_ template: Template) -> [PlannedText] {
    guard template.parts.count == 1, case .placeholder(let key, let line) = template.parts.first, open(key) == nil
    else { return [value(template)] }
    return (words(key, line: line) ?? []).map { PlannedText($0) }
  }

  /// A script for bash.
  mutating func shell(_ template: Template) -> PlannedText {
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
        if let open = open(key) {
          flush()
          planned.append(open)
          writer.passValue()
        } else if let words = words(key, line: line), let obstacle = writer.add(words: words) {
          refuseQuoting(key, words: words, because: obstacle, line: line)
        }
      }
    }
    flush()
    return planned
  }

  /// The name of a host, which the lab must have.
  mutating func host(_ template: Template, line: Int) -> PlannedText {
    let host = name(template, called: "host", allowed: Name.isHost)
    let text = host.description
    if let hosts, host.references.isEmpty, Name.isHost(text), !hosts.contains(text) {
      log.add(
        RunbookRules.host.diagnostic(
          about: thing, at: SourceLocation(file, line), "the lab has no host '\(text)'",
          solutions: NearMiss.suggestion(for: text, in: hosts).map { [$0] } ?? []))
    }
    return host
  }

  /// The name of a user.
  mutating func user(_ template: Template) -> PlannedText { name(template, called: "user", allowed: Name.isUser) }

  private mutating func name(_ template: Template, called kind: String, allowed: (String) -> Bool) -> PlannedText {
    let filled = fill(template) { values, planned in
      guard values.count == 1, let value = values.first else { return "a list cannot be a \(kind)" }
      planned.append(value)
      return nil
    }
    let line = template.placeholders.first?.line ?? 1
    if filled.references.isEmpty, !filled.description.isEmpty, !allowed(filled.description) {
      log.add(
        RunbookRules.attributeValue.diagnostic(
          about: thing, at: SourceLocation(file, line), "'\(filled.description)' cannot be a \(kind)"))
    }
    return filled
  }

  /// Reports a placeholder of the prose that has no fact.
  mutating func checkProse(_ mention: Runbook.Mention) {
    if Reference(key: mention.key) == nil { _ = words(mention.key, line: mention.line) }
  }

  /// What stands open in a plan in the place of a key; nothing for what is known: a fact, or what a call gives.
  private func open(_ key: String) -> PlannedText? {
    guard let reference = Reference(key: key) else { return nil }
    switch reference {
    case .input(let name):
      guard let given = call.inputs[name] else { return PlannedText(reference) }
      return given.references.isEmpty ? nil : given
    case .capture(let name): return PlannedText(.capture(Reference.scope(of: call.prefix) + name))
    case .item: return PlannedText(.item)
    }
  }

  /// The words a fact or an input's value stands for, once they are known to be plain lines of text.
  private mutating func words(_ key: String, line: Int) -> [String]? {
    if case .input(let name) = Reference(key: key), let given = call.inputs[name] { return [given.description] }
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

  private mutating func fill(
    _ template: Template, adding add: ([String], inout PlannedText) -> String?
  ) -> PlannedText {
    var planned = PlannedText()
    for part in template.parts {
      switch part {
      case .text(let text): planned.append(text)
      case .placeholder(let key, let line):
        if let open = open(key) {
          planned.append(open)
        } else if let words = words(key, line: line), let problem = add(words, &planned) {
          log.add(
            RunbookRules.attributeValue.diagnostic(
              about: thing, at: SourceLocation(file, line), "'\(key)': \(problem)"))
        }
      }
    }
    return planned
  }

  private mutating func refuseQuoting(_ key: String, words: [String], because obstacle: String, line: Int) {
    log.add(
      RunbookRules.quoting.diagnostic(
        about: thing, at: SourceLocation(file, line), "the value of '\(key)' needs quoting, but \(obstacle)",
        notes: [Diagnostic.Note("the value is: \(words.joined(separator: " "))", at: facts[key]?.origin)],
        solutions: ["put it into a variable at the head of the script: value={{ \(key) }}, then \"$value\""]))
  }
}
