import Diagnostics

/// Turns a fence into a step.
struct StepReader {
  /// The fence, with what is wrong with it.
  var reader: WorkReader
  /// The nearest heading before it.
  let heading: String

  /// Prepares to read a fence.
  init(_ fence: Fence, heading: String) {
    self.reader = WorkReader(fence: fence)
    self.heading = heading
  }

  /// What is wrong with it.
  var log: DiagnosticLog { reader.fence.log }

  private var attributes: FenceAttributes { reader.fence.attributes }
  private var language: String { reader.fence.language }

  /// The step, or nothing where it cannot be one.
  mutating func step(id: String) -> Step<Template>? {
    let isWork = Fence.workLanguages.contains(language)
    guard isWork || Fence.stepLanguages.contains(language) else {
      let kinds = Fence.workLanguages + Fence.stepLanguages
      reader.fence.refuse(
        "a step cannot be written in '\(language)'", explanation: "Steps are \(kinds.joined(separator: ", ")).",
        solutions: NearMiss.suggestion(for: language, in: kinds).map { [$0] } ?? [])
      return nil
    }
    reader.fence.allow(
      AttributeShape.ofSteps + AttributeShape.own(to: language)
        + (isWork ? AttributeShape.ofWorks + AttributeShape.ofCarriedOutSteps : []), for: "a '\(language)' step")
    guard let kind = isWork ? workKind() : personKind() else { return nil }
    let title = reader.fence.template(attributes["title"] ?? (heading.isEmpty ? id : heading))
    var step = Step(id: id, title: title, kind: kind, line: reader.fence.place.line)
    readEnvelope(into: &step)
    return step
  }

  private mutating func workKind() -> StepKind<Template>? {
    guard let work = reader.work() else { return nil }
    guard attributes.has("wait") else {
      if attributes.has("every") { reader.fence.refuse("'every' says nothing without 'wait'") }
      return .work(work)
    }
    for name in ["attempts", "pause", "factor", "longest-pause", "retry-on", "step-timeout", "tty"]
    where attributes.has(name) {
      reader.fence.refuse("'\(name)' and 'wait' do not go together")
    }
    guard let within = reader.fence.milliseconds(of: "wait") else { return nil }
    var wait = Wait(work: work, withinMilliseconds: within)
    if let every = reader.fence.milliseconds(of: "every") { wait.everyMilliseconds = every }
    return .wait(wait)
  }

  private mutating func personKind() -> StepKind<Template>? {
    if reader.fence.isBlank { reader.fence.refuse("the step says nothing") }
    switch language {
    case "manual": return .manual(reader.fence.content())
    case "confirm": return .confirm(reader.fence.content())
    case "note": return .note(reader.fence.content())
    case "approval": return .approval(approval())
    case "assert":
      let conditions = reader.fence.lines.compactMap { condition($0.text, line: $0.line) }
      let message = attributes.has("require") ? nil : attributes["message"].map { reader.fence.template($0) }
      return .assert(Assertion(conditions, message: message))
    case "branch": return .branch(branch())
    default: return subRunbook().map { .runbook($0) }
    }
  }

  private mutating func approval() -> Approval<Template> {
    var approval = Approval(reader.fence.content())
    approval.from = reader.fence.names(of: "from", called: "a person") { name in
      !name.isEmpty && name.utf8.count <= 128
        && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "@._-".contains($0)) }
    }
    if let count = reader.fence.number(of: "count", in: 1...99) { approval.count = count }
    if let valid = reader.fence.milliseconds(of: "valid") { approval.validMilliseconds = valid }
    return approval
  }

  /// `CONDITION -> step` on each line, and at last perhaps `otherwise -> step`.
  private mutating func branch() -> Branch<Template> {
    var branch = Branch<Template>([])
    for (text, line) in reader.fence.lines {
      guard let arrow = text.range(of: "->", last: true) else {
        reader.fence.refuse(
          "'\(text)' leads nowhere", line: line, rule: RunbookRules.condition,
          solutions: ["write CONDITION -> step", "write otherwise -> step"])
        continue
      }
      let target = String(text[arrow.upperBound...].trimmed)
      let written = String(text[..<arrow.lowerBound].trimmed)
      guard Name.isStepID(target) || target.contains("/") else {
        reader.fence.refuse("'\(target)' cannot be a step's id", line: line, rule: RunbookRules.jump)
        continue
      }
      if branch.otherwise != nil {
        reader.fence.refuse("'\(written)' stands after 'otherwise'", line: line, rule: RunbookRules.condition)
      } else if written == "otherwise" {
        branch.otherwise = target
      } else if let condition = condition(written, line: line) {
        branch.choices.append(.init(when: condition, goTo: target))
      }
    }
    return branch
  }

  /// The runbook's id, then `input: value` on each line.
  private mutating func subRunbook() -> SubRunbook<Template>? {
    guard let first = reader.fence.lines.first else { return nil }
    var call = SubRunbook(reader.fence.template(first.text, line: first.line))
    for (text, line) in reader.fence.lines.dropFirst() {
      guard let colon = text.firstIndex(of: ":"), Name.isWord(text[..<colon]) else {
        reader.fence.refuse("'\(text)' is no input", line: line, solutions: ["write name: value"])
        continue
      }
      let name = String(text[..<colon])
      if call.inputs[name] != nil { reader.fence.refuse("the input '\(name)' is given twice", line: line) }
      call.inputs[name] = reader.fence.template(String(text[text.index(after: colon)...].trimmed), line: line)
    }
    return call
  }

  /// A condition, or nothing where it cannot be read.
  mutating func condition(_ text: String, line: Int) -> Condition<Template>? {
    do throws(ExpressionProblem) {
      var expression = try ExpressionReader(text, line: line)
      return try expression.condition()
    } catch {
      reader.fence.refuse(error.message, line: line, rule: error.rule, solutions: error.solutions)
      return nil
    }
  }
}

extension StringProtocol {
  /// Where a text stands for the first or the last time.
  func range(of text: String, last: Bool) -> Range<Index>? {
    last ? ranges(of: text).last : firstRange(of: text)
  }
}
