/// Something of a runbook that a path can come past.
public enum PathElement: Sendable, Hashable {
  /// A step that is carried out.
  case step(String)
  /// A branch that leads to a step.
  case choice(String, to: String)
  /// A jump after a failure.
  case jump(String)
  /// A step that is taken back.
  case undo(String)
  /// A guard or an assertion that holds, or does not.
  case answer(String, StepPart, Bool)

  /// The id of its step.
  public var step: String {
    switch self {
    case .step(let id), .choice(let id, _), .jump(let id), .undo(let id), .answer(let id, _, _): id
    }
  }

  /// Whether it counts in a coverage; an answer does not, since some conditions can only hold.
  public var counts: Bool { if case .answer = self { false } else { true } }
}

extension PathElement: CustomStringConvertible {
  /// What it means that no path comes past it.
  public var description: String {
    switch self {
    case .step(let id): "step '\(id)' is never carried out"
    case .choice(let id, let target): "'\(id)' never leads to '\(target)'"
    case .jump(let id): "'\(id)' never jumps"
    case .undo(let id): "'\(id)' is never taken back"
    case .answer(let id, let part, let holds):
      "'\(id)'\(part == .action ? "" : ": \(part.words)") \(holds ? "never holds" : "always holds")"
    }
  }
}

extension RunbookPlan {
  /// Everything of it that a path can come past, in the order of its steps.
  var pathElements: [PathElement] {
    var elements: [PathElement] = []
    var seen: Set<PathElement> = []
    func add(_ element: PathElement) { if seen.insert(element).inserted { elements.append(element) } }
    for step in allSteps {
      add(.step(step.id))
      for test in step.guards {
        for holds in [true, false] { add(.answer(step.id, test.decision.part, holds)) }
      }
      if case .assert = step.kind {
        for holds in [true, false] { add(.answer(step.id, .action, holds)) }
      }
      if case .branch(let branch) = step.kind {
        for target in branch.targets { add(.choice(step.id, to: target)) }
      }
      if case .jump = step.onFailure { add(.jump(step.id)) }
      if step.undo != nil, step.phase == .main { add(.undo(step.id)) }
    }
    return elements
  }
}
