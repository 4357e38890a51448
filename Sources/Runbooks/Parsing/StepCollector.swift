import Diagnostics

/// Gathers the steps while Markdown is read, in the order of the page.
final class StepCollector {
  private(set) var log = DiagnosticLog()
  private(set) var steps: [Step<Template>] = []
  private(set) var probes: [SteadyState<Template>.Probe] = []
  private(set) var mentions: [Runbook.Mention] = []

  private let source: RunbookSource
  private var lastHeading = ""
  private var codeBlocks: [CodeBlock] = []
  private var stepLines = Set<Int>()
  private var positions: [String: Int] = [:]

  init(_ source: RunbookSource) { self.source = source }

  /// Remembers a heading as the title of the steps that follow.
  func pass(heading: String) { lastHeading = heading }

  /// Says what a code block is: a step, a companion of one, or example code.
  func take(_ block: CodeBlock) -> MarkdownBlock {
    codeBlocks.append(block)
    let example = MarkdownBlock.code(language: block.language, text: block.text)
    let place = self.place(block.lines.lowerBound)
    let attributes = FenceAttributes(written(block), at: place, reporting: &log)
    let taken = take(Fence(attributes, text: block.text, at: place))
    if taken.isPart { cover(block) }
    return taken.block ?? example
  }

  /// Takes a fence as a step or a companion, where it is one.
  ///
  /// - Parameter fence: The fence.
  /// - Returns: Whether it is meant as a part of the runbook, and what stands for it on the page.
  func take(_ fence: Fence) -> (isPart: Bool, block: MarkdownBlock?) {
    let attributes = fence.attributes
    if let id = attributes["step"] ?? (attributes.has("step") ? "" : nil) {
      if let role = CompanionRole.allCases.first(where: { attributes.has($0.rawValue) && !$0.isGuard }) {
        log.add(
          RunbookRules.attribute.diagnostic(
            at: fence.place, "a fence is a step or its \(role.title), not both"))
        return (false, nil)
      }
      return (true, takeStep(fence, id: id))
    }
    let roles = CompanionRole.allCases.filter { attributes.has($0.rawValue) }
    if roles.count > 1 {
      log.add(
        RunbookRules.attribute.diagnostic(
          at: fence.place, "a fence is a \(roles[0].title) or a \(roles[1].title), not both"))
    } else if let role = roles.first {
      return (true, takeCompanion(fence, role, of: attributes[role.rawValue] ?? ""))
    } else if let first = attributes.names.first {
      log.add(
        RunbookRules.fence.diagnostic(
          at: fence.place, "the fence has '\(first)' but is no step", solutions: ["add step=\"name\""]))
    } else if Fence.stepLanguages.contains(attributes.language) {
      log.add(
        RunbookRules.fence.diagnostic(
          at: fence.place, "a '\(attributes.language)' fence has no step id", solutions: ["add {step=\"name\"}"]))
    }
    return (false, nil)
  }

  private func takeStep(_ fence: Fence, id: String) -> MarkdownBlock? {
    guard Name.isStepID(id) else {
      log.add(
        RunbookRules.attributeValue.diagnostic(
          at: fence.place, "'\(id)' cannot be a step's id",
          explanation: "An id is lower-case letters, digits and hyphens."))
      return nil
    }
    if let other = positions[id] {
      log.add(
        RunbookRules.uniqueStep.diagnostic(
          at: fence.place, "the step id '\(id)' is already used",
          notes: [Diagnostic.Note("the other step", at: self.place(steps[other].line))]))
      return nil
    }
    var reader = StepReader(fence, heading: lastHeading)
    let step = reader.step(id: id)
    log.add(contentsOf: reader.log.diagnostics)
    guard let step else { return nil }
    positions[id] = steps.count
    steps.append(step)
    return .step(id)
  }

  private func takeCompanion(_ fence: Fence, _ role: CompanionRole, of id: String) -> MarkdownBlock? {
    var reader = CompanionReader(fence, role)
    defer { log.add(contentsOf: reader.log.diagnostics) }
    if role == .steady {
      guard Name.isStepID(id), !probes.contains(where: { $0.id == id }) else {
        reader.refuse(
          Name.isStepID(id) ? "the name '\(id)' is already used" : "'\(id)' cannot be the name of a steady state")
        return nil
      }
      guard let probe = reader.probe(id: id, heading: lastHeading) else { return nil }
      probes.append(probe)
      return .companion(id)
    }
    guard let index = positions[id] else {
      reader.refuse(
        "no step '\(id)' stands before its \(role.title)",
        solutions: NearMiss.suggestion(for: id, in: steps.map(\.id)).map { [$0] } ?? [])
      return nil
    }
    return reader.join(&steps[index]) ? .companion(id) : nil
  }

  /// What stands behind the fence's marks, as it was written: cmark takes backslashes out of it.
  private func written(_ block: CodeBlock) -> String {
    guard block.isFenced, source.lines.indices.contains(block.lines.lowerBound - 1) else { return block.info }
    let opening = source.lines[block.lines.lowerBound - 1]
    for mark in ["```", "~~~"] {
      guard let start = opening.firstRange(of: mark) else { continue }
      let info = opening[start.lowerBound...].drop { $0 == mark.first }
      if info.trimmed.hasPrefix(block.language) { return String(info.trimmed) }
    }
    return block.info
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
    let marks = ["step="] + CompanionRole.allCases.map { "{\($0.rawValue)=" }
    for (index, line) in source.lines.enumerated() where index + 1 >= bodyLine {
      let number = index + 1
      let text = Self.withoutContainer(line)
      let opens = text.hasPrefix("```") || text.hasPrefix("~~~")
      if opens, marks.contains(where: text.contains), !starts.contains(number), !insides.contains(number),
        !stepLines.contains(number)
      {
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
