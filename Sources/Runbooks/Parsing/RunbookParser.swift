import Diagnostics

/// Reads a runbook's Markdown.
public enum RunbookParser {
  /// Reads a file's bytes and reports everything that is wrong with them, each mistake at its line.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - file: Its path relative to the lab's folder; its last part without `.md` is the runbook's name.
  ///   - log: Takes the diagnostics; the runbook may be used only if it holds no error of this file.
  /// - Returns: The runbook, or nothing where the file cannot be read as text at all.
  public static func parse(_ bytes: [UInt8], file: String, reporting log: inout DiagnosticLog) -> Runbook? {
    var own = DiagnosticLog()
    defer { log.add(contentsOf: own.diagnostics) }
    guard let runbook = read(bytes, file: file, reporting: &own) else { return nil }
    checkInputs(of: runbook, reporting: &own)
    if !own.hasErrors { RunbookChecks.check(runbook, reporting: &own) }
    return runbook
  }

  private static func read(_ bytes: [UInt8], file: String, reporting log: inout DiagnosticLog) -> Runbook? {
    guard let source = RunbookSource(bytes, file: file, reporting: &log) else { return nil }
    let matter = FrontMatter(source, reporting: &log)
    // Empty lines in the front matter's place keep cmark's line numbers those of the file.
    let blank = [String](repeating: "", count: matter.bodyLine - 1)
    let text = (blank + source.lines.dropFirst(matter.bodyLine - 1)).joined(separator: "\n")
    let collector = StepCollector(source)
    do {
      let body = try MarkdownReader.blocks(
        of: text, heading: collector.pass(heading:), code: collector.take(_:))
      collector.finish(from: matter.bodyLine)
      log.add(contentsOf: collector.log.diagnostics)
      var runbook = Runbook(
        file: file, name: name(of: file), title: Template("", firstLine: 1), summary: Template("", firstLine: 1),
        symptoms: [], inputs: [], body: body, steps: collector.steps, mentions: collector.mentions)
      runbook.keyLines = matter.entries.mapValues(\.line)
      if !collector.probes.isEmpty { runbook.steadyState = SteadyState(collector.probes) }
      FrontMatterReader(file: file).read(matter, into: &runbook, reporting: &log)
      return runbook
    } catch MarkdownReader.Failure.nestedTooDeeply(let line) {
      let limit = MarkdownReader.deepestNesting
      log.add(
        RunbookRules.readable.diagnostic(
          at: SourceLocation(file, line), "quotes and lists are nested deeper than \(limit) levels"))
    } catch {
      log.add(RunbookRules.readable.diagnostic(at: SourceLocation(file, 1), "the file cannot be read: \(error)"))
    }
    return nil
  }

  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.hasSuffix(".md") ? String(last.dropLast(3)) : last
  }

  /// Every `{{ input.NAME }}` is declared, and every declared input is used.
  private static func checkInputs(of runbook: Runbook, reporting log: inout DiagnosticLog) {
    let declared = runbook.inputs.map(\.name)
    var used: Set<String> = []
    for mention in runbook.placeholders {
      guard case .input(let name) = Reference(key: mention.key) else { continue }
      used.insert(name)
      guard !declared.contains(name) else { continue }
      log.add(
        RunbookRules.input.diagnostic(
          at: runbook.place(mention.line), "the input '\(name)' is not declared",
          solutions: (NearMiss.suggestion(for: name, in: declared).map { [$0] } ?? [])
            + ["add '\(name)' to 'inputs:' in the front matter"]))
    }
    for name in declared where !used.contains(name) {
      log.add(RunbookRules.unusedInput.diagnostic(at: runbook.place(1), "the input '\(name)' is used nowhere"))
    }
  }
}
