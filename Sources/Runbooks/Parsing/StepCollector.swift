import Diagnostics

/// Gathers the steps while Markdown is read, in the order of the page.
final class StepCollector {
  private(set) var log = DiagnosticLog()
  private(set) var steps: [Step<Template>] = []
  private(set) var mentions: [Runbook.Mention] = []

  private let source: RunbookSource
  private var lastHeading = ""
  private var codeBlocks: [CodeBlock] = []
  private var stepLines = Set<Int>()

  init(_ source: RunbookSource) { self.source = source }

  /// Remembers a heading as the title of the steps that follow.
  func pass(heading: String) { lastHeading = heading }

  /// Says what a code block is: a step, a check, or example code.
  func take(_ block: CodeBlock) -> MarkdownBlock {
    codeBlocks.append(block)
    let example = MarkdownBlock.code(language: block.language, text: block.text)
    let place = self.place(block.lines.lowerBound)
    let attributes = FenceAttributes(block.info, at: place, reporting: &log)
    let reader = StepReader(block: block, attributes: attributes, place: place)
    if attributes.has("step"), attributes.has("check") {
      log.add(RunbookRules.attribute.diagnostic(at: place, "a fence is a step or a check, not both"))
    } else if attributes.has("step") {
      return takeStep(reader, id: attributes["step"] ?? "", at: place) ?? example
    } else if attributes.has("check") {
      return takeCheck(reader, of: attributes["check"] ?? "", at: place) ?? example
    } else if let first = attributes.names.first {
      log.add(
        RunbookRules.fence.diagnostic(
          at: place, "the fence has '\(first)' but is no step", solutions: ["add step=\"name\""]))
    } else if StepReader.personLanguages.contains(attributes.language) {
      log.add(
        RunbookRules.fence.diagnostic(
          at: place, "a '\(attributes.language)' fence has no step id", solutions: ["add {step=\"name\"}"]))
    }
    return example
  }

  private func takeStep(_ reader: StepReader, id: String, at place: SourceLocation) -> MarkdownBlock? {
    cover(reader.block)
    guard Name.isStepID(id) else {
      log.add(
        RunbookRules.attributeValue.diagnostic(
          at: place, "'\(id)' cannot be a step's id", explanation: "An id is lower-case letters, digits and hyphens."))
      return nil
    }
    if let other = steps.first(where: { $0.id == id }) {
      log.add(
        RunbookRules.uniqueStep.diagnostic(
          at: place, "the step id '\(id)' is already used",
          notes: [Diagnostic.Note("the other step", at: self.place(other.line))]))
      return nil
    }
    guard let step = reader.step(id: id, heading: lastHeading, reporting: &log) else { return nil }
    steps.append(step)
    return .step(id)
  }

  private func takeCheck(_ reader: StepReader, of id: String, at place: SourceLocation) -> MarkdownBlock? {
    cover(reader.block)
    guard let index = steps.firstIndex(where: { $0.id == id }) else {
      log.add(
        RunbookRules.check.diagnostic(
          at: place, "no step '\(id)' stands before its check",
          solutions: NearMiss.suggestion(for: id, in: steps.map(\.id)).map { [$0] } ?? []))
      return nil
    }
    guard case .work = steps[index].kind else {
      log.add(RunbookRules.check.diagnostic(at: place, "the step '\(id)' runs no script that could be checked"))
      return nil
    }
    guard steps[index].check == nil else {
      log.add(RunbookRules.check.diagnostic(at: place, "the step '\(id)' has a check already"))
      return nil
    }
    guard let check = reader.check(reporting: &log) else { return nil }
    steps[index].check = check
    return .check(id)
  }

  /// Looks at the fence's end: Markdown closes an open fence silently at the end of its container.
  private func cover(_ block: CodeBlock) {
    stepLines.formUnion(block.lines)
    let opening = source.lines[block.lines.lowerBound - 1].drop { $0 != "`" && $0 != "~" }
    let fence = opening.prefix { $0 == opening.first }
    let last = source.lines.indices.contains(block.lines.upperBound - 1) ? source.lines[block.lines.upperBound - 1] : ""
    let mark = Self.withoutContainer(last)
    if block.lines.count < 2 || mark.count < fence.count || mark.contains(where: { $0 != fence.first }) {
      let place = self.place(block.lines.lowerBound)
      log.add(
        RunbookRules.fence.diagnostic(at: place, "the fence is not closed", solutions: ["add a line \(fence)"]))
    }
  }

  /// Ends the reading: finds fences that Markdown did not see as such, and the placeholders of the prose.
  func finish(from bodyLine: Int) {
    let starts = Set(codeBlocks.filter(\.isFenced).map(\.lines.lowerBound))
    let insides = codeBlocks.filter { $0.isFenced && !stepLines.contains($0.lines.lowerBound) }
      .reduce(into: Set<Int>()) { $0.formUnion($1.lines) }
    for (index, line) in source.lines.enumerated() where index + 1 >= bodyLine {
      let number = index + 1
      let text = Self.withoutContainer(line)
      let opens = text.hasPrefix("```") || text.hasPrefix("~~~")
      if opens, text.contains("step=") || text.contains("check="), !starts.contains(number), !insides.contains(number) {
        log.add(
          RunbookRules.fence.diagnostic(
            at: place(number), "Markdown does not read this line as a fence",
            explanation: "It stands inside another fence or HTML, is indented by four blanks, or holds a backtick."))
      }
      if !stepLines.contains(number) { mention(line, number) }
    }
  }

  private func mention(_ line: String, _ number: Int) {
    let template = Template(line, firstLine: number)
    template.report(in: source.file, to: &log)
    mentions += template.placeholders.map { Runbook.Mention(key: $0.key, line: $0.line) }
  }

  private func place(_ line: Int) -> SourceLocation { SourceLocation(source.file, line) }

  private static func withoutContainer(_ line: String) -> Substring {
    line.drop { $0 == " " || $0 == "\t" || $0 == ">" }.trimmed
  }
}
