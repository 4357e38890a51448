import Diagnostics

/// Gives front matter its meaning.
struct FrontMatterReader {
  private static let known = [
    "drill", "duration", "for", "inputs", "locks", "severity", "steady-before", "steady-every", "summary", "symptoms",
    "title",
  ]
  private static let lists = ["inputs", "locks", "symptoms"]

  let file: String

  /// Fills in a runbook's fields, reporting what is unknown, missing or wrong.
  func read(_ matter: FrontMatter, into runbook: inout Runbook, reporting log: inout DiagnosticLog) {
    for key in matter.keys { checkKey(key, matter.entries[key], reporting: &log) }
    runbook.title = template("title", matter, reporting: &log)
    runbook.summary = template("summary", matter, reporting: &log)
    let symptoms = matter.entries["symptoms"]
    runbook.symptoms = (symptoms?.values ?? []).map { value in
      let template = Template(value, firstLine: symptoms?.line ?? 1)
      template.report(in: file, to: &log)
      return template
    }
    runbook.subjectKind = matter.entries["for"]?.values.first
    runbook.inputs = inputs(matter, reporting: &log)
    runbook.severity = word("severity", "severity", matter, reporting: &log)
    runbook.durationMilliseconds = duration(matter.entries["duration"], reporting: &log)
    runbook.drill = word("drill", "interval of drills", matter, reporting: &log)
    runbook.locks = locks(matter.entries["locks"], reporting: &log)
    runbook.secretSources = SecretReader(file: file).sources(matter, reporting: &log)
    readSteadyState(matter, into: &runbook, reporting: &log)
    if matter.entries["title"].map({ $0.values.first?.isEmpty == true }) ?? true {
      log.add(RunbookRules.title.diagnostic(at: SourceLocation(file, 1), "the runbook has no title"))
    }
  }

  private func checkKey(_ key: String, _ entry: FrontMatter.Entry?, reporting log: inout DiagnosticLog) {
    guard let entry else { return }
    let place = SourceLocation(file, entry.line)
    if key.hasPrefix("input.") && key.hasSuffix(".choice") || Self.lists.contains(key) {
      if !entry.isList {
        log.add(RunbookRules.frontMatterKey.diagnostic(at: place, "'\(key)' is a list", solutions: ["write [a, b]"]))
      }
    } else if Self.known.contains(key) || key.hasPrefix("input.") || key.hasPrefix("secret.") {
      if entry.isList { log.add(RunbookRules.frontMatterKey.diagnostic(at: place, "'\(key)' is one value, no list")) }
    } else {
      log.add(
        RunbookRules.frontMatterKey.diagnostic(
          at: place, "front matter has no key '\(key)'",
          solutions: NearMiss.suggestion(for: key, in: Self.known).map { [$0] } ?? []))
    }
  }

  private func template(_ key: String, _ matter: FrontMatter, reporting log: inout DiagnosticLog) -> Template {
    let entry = matter.entries[key]
    let template = Template(entry?.values.first ?? "", firstLine: entry?.line ?? 1)
    template.report(in: file, to: &log)
    return template
  }

  private func inputs(_ matter: FrontMatter, reporting log: inout DiagnosticLog) -> [RunbookInput] {
    let entry = matter.entries["inputs"]
    let place = SourceLocation(file, entry?.line ?? 1)
    let reader = InputReader(file: file)
    var inputs: [RunbookInput] = []
    for name in entry?.values ?? [] {
      if !Name.isWord(name) {
        log.add(RunbookRules.frontMatterKey.diagnostic(at: place, "'\(name)' cannot be an input's name"))
      } else if inputs.contains(where: { $0.name == name }) {
        log.add(RunbookRules.frontMatterKey.diagnostic(at: place, "the input '\(name)' is listed twice"))
      } else {
        inputs.append(reader.input(name, matter, reporting: &log))
      }
    }
    for key in matter.keys where key.hasPrefix("input.") {
      let words = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let line = SourceLocation(file, matter.entries[key]?.line ?? 1)
      if !inputs.contains(where: { $0.name == words[1] }) {
        log.add(
          RunbookRules.input.diagnostic(
            at: line, "'\(key)' describes an input that is not listed",
            solutions: NearMiss.suggestion(for: words[1], in: inputs.map(\.name)).map { [$0] } ?? []))
      } else if words.count > 3 || (words.count == 3 && !InputReader.properties.contains(words[2])) {
        log.add(
          RunbookRules.frontMatterKey.diagnostic(
            at: line, "an input has no '\(words.dropFirst(2).joined(separator: "."))'",
            solutions: NearMiss.suggestion(for: words[2], in: InputReader.properties).map { [$0] } ?? []))
      }
    }
    return inputs
  }

  /// One of the words that an enumeration has.
  private func word<Value: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ kind: String, _ matter: FrontMatter, reporting log: inout DiagnosticLog
  ) -> Value? {
    guard let entry = matter.entries[key], let text = entry.values.first else { return nil }
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map(\.rawValue)
    log.add(
      RunbookRules.frontMatterKey.diagnostic(
        at: SourceLocation(file, entry.line), "'\(text)' is no \(kind)",
        explanation: "It is one of \(known.joined(separator: ", ")).",
        solutions: NearMiss.suggestion(for: text, in: known).map { [$0] } ?? []))
    return nil
  }

  private func locks(_ entry: FrontMatter.Entry?, reporting log: inout DiagnosticLog) -> [String] {
    let names = entry?.values ?? []
    for name in names where !Lock.isName(name) {
      log.add(
        RunbookRules.frontMatterKey.diagnostic(
          at: SourceLocation(file, entry?.line ?? 1), "'\(name)' cannot be the name of a thing",
          solutions: ["write kind/name, such as vm/km01"]))
    }
    return names.filter(Lock.isName)
  }

  private func readSteadyState(
    _ matter: FrontMatter, into runbook: inout Runbook, reporting log: inout DiagnosticLog
  ) {
    for key in ["steady-before", "steady-every"] where runbook.steadyState == nil {
      guard let entry = matter.entries[key] else { continue }
      log.add(
        RunbookRules.frontMatterKey.diagnostic(
          at: SourceLocation(file, entry.line), "'\(key)' says nothing without a steady state",
          solutions: ["add ```bash {steady=\"name\"}"]))
    }
    if let entry = matter.entries["steady-before"], let word = entry.values.first {
      runbook.steadyState?.isRequiredBefore = word == "required"
      if word != "required" {
        log.add(
          RunbookRules.frontMatterKey.diagnostic(
            at: SourceLocation(file, entry.line), "'\(word)' is no value of 'steady-before'",
            solutions: ["write required, or leave it out"]))
      }
    }
    runbook.steadyState?.everyMilliseconds = duration(matter.entries["steady-every"], reporting: &log)
  }

  private func duration(_ entry: FrontMatter.Entry?, reporting log: inout DiagnosticLog) -> Int? {
    guard let entry, let value = entry.values.first else { return nil }
    if let duration = Milliseconds.parse(value) { return duration }
    log.add(
      RunbookRules.frontMatterKey.diagnostic(
        at: SourceLocation(file, entry.line), "'\(value)' is no duration", solutions: ["write 20m"]))
    return nil
  }
}
