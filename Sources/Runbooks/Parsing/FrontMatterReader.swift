import Diagnostics

/// Gives front matter its meaning.
struct FrontMatterReader {
  private static let known = ["duration", "for", "inputs", "severity", "summary", "symptoms", "title"]
  private static let lists = ["inputs", "symptoms"]

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
    runbook.severity = severity(matter.entries["severity"], reporting: &log)
    runbook.durationMilliseconds = duration(matter.entries["duration"], reporting: &log)
    if matter.entries["title"].map({ $0.values.first?.isEmpty == true }) ?? true {
      log.add(RunbookRules.title.diagnostic(at: SourceLocation(file, 1), "the runbook has no title"))
    }
  }

  private func checkKey(_ key: String, _ entry: FrontMatter.Entry?, reporting log: inout DiagnosticLog) {
    guard let entry else { return }
    let place = SourceLocation(file, entry.line)
    if Self.lists.contains(key) {
      if !entry.isList {
        log.add(RunbookRules.frontMatterKey.diagnostic(at: place, "'\(key)' is a list", solutions: ["write [a, b]"]))
      }
    } else if Self.known.contains(key) || key.hasPrefix("input.") {
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
    var inputs: [RunbookInput] = []
    for name in entry?.values ?? [] {
      if !Name.isWord(name) {
        log.add(RunbookRules.frontMatterKey.diagnostic(at: place, "'\(name)' cannot be an input's name"))
      } else if inputs.contains(where: { $0.name == name }) {
        log.add(RunbookRules.frontMatterKey.diagnostic(at: place, "the input '\(name)' is listed twice"))
      } else {
        let words = matter.entries["input.\(name)"]?.values.first ?? ""
        inputs.append(RunbookInput(name: name, description: words))
      }
    }
    for key in matter.keys {
      guard case .input(let name) = Reference(key: key), !inputs.contains(where: { $0.name == name }) else { continue }
      log.add(
        RunbookRules.input.diagnostic(
          at: SourceLocation(file, matter.entries[key]?.line ?? 1), "'\(key)' describes an input that is not listed",
          solutions: NearMiss.suggestion(for: name, in: inputs.map(\.name)).map { [$0] } ?? []))
    }
    return inputs
  }

  private func severity(_ entry: FrontMatter.Entry?, reporting log: inout DiagnosticLog) -> Runbook.Severity? {
    guard let entry, let value = entry.values.first else { return nil }
    let known = Runbook.Severity.allCases.map(\.rawValue)
    if let severity = Runbook.Severity(rawValue: value) { return severity }
    log.add(
      RunbookRules.frontMatterKey.diagnostic(
        at: SourceLocation(file, entry.line), "'\(value)' is no severity",
        explanation: "A severity is \(known.joined(separator: ", ")).",
        solutions: NearMiss.suggestion(for: value, in: known).map { [$0] } ?? []))
    return nil
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
