import Diagnostics

/// Looks for secrets that nobody uses, and for those that stand where everybody on a machine can read them.
struct SecretCheck {
  private static let builtins: Set<String> = [
    "echo", "printf", "read", "export", "test", "[", "[[", ":", "local", "declare", "unset", "return", "exit", "case",
    "for",
  ]

  private let runbook: Runbook

  init(_ runbook: Runbook) { self.runbook = runbook }

  func check(reporting log: inout DiagnosticLog) {
    let works = runbook.steps.flatMap(\.works) + (runbook.steadyState?.probes.map(\.work) ?? [])
    let used = Set(works.flatMap(\.secrets))
    for name in runbook.secretSources.keys.sorted() where !used.contains(name) {
      log.add(
        RunbookRules.unusedSecret.diagnostic(
          at: runbook.place(runbook.keyLines["secret.\(name)"] ?? runbook.line),
          "the secret \(name) is used by no step",
          solutions: NearMiss.suggestion(for: name, in: used).map { [$0] } ?? []))
    }
    for work in works {
      for name in work.secrets {
        guard let line = exposure(of: name, in: work) else { continue }
        log.add(
          RunbookRules.exposedSecret.diagnostic(
            at: runbook.place(line), "$\(name), a secret, stands on a command line",
            solutions: ["hand it over on standard input: printf %s \"$\(name)\" | program"]))
      }
    }
  }

  /// The line on which a secret is an argument of a program.
  private func exposure(of name: String, in work: Work<Template>) -> Int? {
    switch work.kind {
    case .command(let words): return words.contains { Self.mentions(name, $0.source) } ? work.line : nil
    case .kubectl(let call), .helm(let call):
      return call.arguments.contains { Self.mentions(name, $0.source) } ? work.line : nil
    case .script(let text): return exposure(of: name, inScript: text.source, line: work.line + 1)
    case .copy, .request: return nil
    }
  }

  private func exposure(of name: String, inScript text: String, line: Int) -> Int? {
    var end: String?
    for (offset, text) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let delimiter = end {
        if text.trimmed == delimiter { end = nil }
        continue
      }
      for command in ShellCommands(text).commands where !Self.builtins.contains(command[0]) {
        let words = command.prefix { !$0.hasPrefix("<<<") }
        if words.contains(where: { Self.mentions(name, $0) }) { return line + offset }
      }
      end = Self.hereDocument(in: text)
    }
    return nil
  }

  /// The word that ends a here-document which begins on a line.
  private static func hereDocument(in line: Substring) -> String? {
    guard let mark = line.firstRange(of: "<<"), !line[mark.upperBound...].hasPrefix("<") else { return nil }
    let word = line[mark.upperBound...].drop { "-'\" ".contains($0) }.prefix { !"'\" |;&)".contains($0) }
    return word.isEmpty ? nil : String(word)
  }

  private static func mentions(_ name: String, _ word: String) -> Bool {
    if word.hasPrefix("'") { return false }
    if word.contains("${\(name)}") { return true }
    guard let range = word.firstRange(of: "$\(name)") else { return false }
    return !(word[range.upperBound...].first.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false)
  }
}
