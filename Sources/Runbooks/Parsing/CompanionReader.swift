import Diagnostics

/// Joins a fence that is no step itself to its step.
struct CompanionReader {
  private var reader: WorkReader
  private let role: CompanionRole

  /// Prepares to read a fence.
  init(_ fence: Fence, _ role: CompanionRole) {
    self.reader = WorkReader(fence: fence)
    self.role = role
  }

  /// What is wrong with it.
  var log: DiagnosticLog { reader.fence.log }

  /// Says that it does not belong where it stands.
  mutating func refuse(_ message: String, solutions: [String] = []) {
    reader.fence.refuse(message, rule: RunbookRules.check, solutions: solutions)
  }

  /// The part of the steady state it is, or nothing where it cannot be one.
  mutating func probe(id: String, heading: String) -> SteadyState<Template>.Probe? {
    guard let work = work(also: ["title"]) else { return nil }
    let title = reader.fence.template(reader.fence.attributes["title"] ?? (heading.isEmpty ? id : heading))
    return SteadyState.Probe(id: id, title: title, work: work)
  }

  /// Adds it to its step.
  ///
  /// - Parameter step: The step that it names.
  /// - Returns: Whether that could be done.
  mutating func join(_ step: inout Step<Template>) -> Bool {
    switch role {
    case .expectations: return joinExpectations(to: &step)
    case .skipIf: return join(&step, as: .skipIf)
    case .onlyIf: return join(&step, as: .onlyIf)
    case .require: return join(&step, as: .require)
    case .precondition: return set(\.precondition, of: &step)
    case .check: return set(\.check, of: &step)
    case .undo: return set(\.undo, of: &step)
    case .undoCheck:
      if step.undo == nil { refuse("the step '\(step.id)' has no undo before its undo check") }
      return set(\.undoCheck, of: &step)
    case .steady: return false
    }
  }

  private mutating func work(also more: [String] = []) -> Work<Template>? {
    if Fence.workLanguages.contains(reader.fence.language) {
      let own = AttributeShape.own(to: reader.fence.language).filter { $0 != "tty" || role == .undo }
      reader.fence.allow(
        [role.rawValue] + more + AttributeShape.ofWorks + own, for: "a '\(reader.fence.language)' \(role.title)")
    }
    return reader.work()
  }

  private mutating func set(_ part: WritableKeyPath<Step<Template>, Work<Template>?>, of step: inout Step<Template>)
    -> Bool
  {
    guard step.work != nil else {
      refuse("the step '\(step.id)' carries out nothing that could have a \(role.title)")
      return false
    }
    guard step[keyPath: part] == nil else {
      refuse("the step '\(step.id)' has \(role == .undo ? "an" : "a") \(role.title) already")
      return false
    }
    guard let work = work() else { return false }
    step[keyPath: part] = work
    return true
  }

  private mutating func join(_ step: inout Step<Template>, as decision: GuardDecision) -> Bool {
    guard let work = work(also: ["message"]) else { return false }
    step.guards.append(StepGuard(decision, .work(work), message: reader.fence.template(of: "message")))
    return true
  }

  private mutating func joinExpectations(to step: inout Step<Template>) -> Bool {
    guard reader.fence.language == "expect" else {
      reader.fence.refuse(
        "expectations are written in 'expect', not in '\(reader.fence.language)'", solutions: ["write ```expect"])
      return false
    }
    reader.fence.allow(["of"], for: "an 'expect' fence")
    guard step.work != nil else {
      refuse("the step '\(step.id)' carries out nothing of which something could be expected")
      return false
    }
    if reader.fence.isBlank { reader.fence.refuse("the fence expects nothing") }
    for (text, line) in reader.fence.lines {
      if text.hasPrefix("capture ") {
        let capture = reader.capture(String(text.dropFirst("capture ".count)), line: line)
        if let capture { step.captures.append(capture) }
      } else if let expectation = reader.expectation(text, line: line) {
        step.add(expectation)
      }
    }
    return true
  }
}

extension Step {
  /// Expects something of the result of what it carries out.
  mutating func add(_ expectation: Expectation<Text>) {
    switch kind {
    case .work(var work):
      work.expectations.append(expectation)
      kind = .work(work)
    case .wait(var wait):
      wait.work.expectations.append(expectation)
      kind = .wait(wait)
    case .assert, .manual, .confirm, .approval, .note, .branch, .runbook: break
    }
  }
}
