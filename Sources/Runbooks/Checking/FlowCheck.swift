import Diagnostics

/// Follows every way through a runbook: which steps are never reached, and which captures may not have been made.
///
/// Jumps lead forward only, so one pass over the steps in order sees every way.
struct FlowCheck {
  private let runbook: Runbook
  private let order: [Step<Template>]
  private let positions: [String: Int]
  private let makers: [String: Step<Template>]

  init(_ runbook: Runbook) {
    self.runbook = runbook
    order = runbook.steps.filter { $0.phase == .main } + runbook.steps.filter { $0.phase == .cleanUp }
    positions = Dictionary(
      order.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var makers: [String: Step<Template>] = [:]
    for step in order { for name in step.made where makers[name] == nil { makers[name] = step } }
    self.makers = makers
  }

  func check(reporting log: inout DiagnosticLog) {
    var reached: Set<String> = []
    for mode in RunMode.allCases {
      var walk = Walk(check: self, mode: mode)
      walk.go(reporting: &log)
      reached.formUnion(walk.reached)
    }
    for step in order where !reached.contains(step.id) {
      log.add(
        RunbookRules.unreachable.diagnostic(
          at: runbook.place(step.line), "'\(step.id)' is a step that no way leads to"))
    }
  }

  /// All ways of one mode.
  private struct Walk {
    let check: FlowCheck
    let mode: RunMode
    /// What has certainly been captured when a step begins; nothing for a step that is not reached.
    var known: [Set<String>?]
    var reached: Set<String> = []
    /// What members of the present parallel group will have captured when all of them are done.
    var joined: Set<String> = []

    init(check: FlowCheck, mode: RunMode) {
      self.check = check
      self.mode = mode
      known = Array(repeating: nil, count: check.order.count)
      if !known.isEmpty { known[0] = [] }
      // Whatever fails, the clean-up has its turn.
      if let first = check.order.firstIndex(where: { $0.phase == .cleanUp }) { known[first] = [] }
    }

    mutating func go(reporting log: inout DiagnosticLog) {
      for position in check.order.indices {
        guard let before = known[position] else { continue }
        let step = check.order[position]
        let isHere = step.onlyIn == nil || step.onlyIn == mode
        if isHere {
          reached.insert(step.id)
          check.report(step, known: before, reporting: &log)
        }
        follow(step, at: position, before: before, isHere: isHere)
      }
    }

    private mutating func follow(_ step: Step<Template>, at position: Int, before: Set<String>, isHere: Bool) {
      let mayBeLeftOut = !isHere || step.guards.contains { $0.decision != .require }
      let goesOnAnyway = mayBeLeftOut || step.onFailure == .goOn
      var after = goesOnAnyway ? before : before.union(step.made)
      let next = position + 1
      if let group = step.parallel, check.order.indices.contains(next), check.order[next].parallel == group {
        joined.formUnion(after.subtracting(before))
        after = before
      } else {
        after.formUnion(joined)
        joined = []
      }
      var isBranch = false
      if isHere {
        if case .branch(let branch) = step.kind {
          isBranch = true
          for target in branch.targets { lead(to: target, after) }
        }
        if case .jump(let target) = step.onFailure { lead(to: target, before) }
      }
      let isOver = step.isEnd || (isBranch && step.onFailure != .goOn)
      let ends = isHere && isOver && !mayBeLeftOut
      if !ends, check.order.indices.contains(next), check.order[next].phase == step.phase { lead(to: next, after) }
    }

    private mutating func lead(to target: String, _ made: Set<String>) {
      if let position = check.positions[target] { lead(to: position, made) }
    }

    private mutating func lead(to position: Int, _ made: Set<String>) {
      known[position] = known[position].map { $0.intersection(made) } ?? made
    }
  }

  private func report(_ step: Step<Template>, known: Set<String>, reporting log: inout DiagnosticLog) {
    let asked = step.conditions.flatMap(\.comparisons).filter { $0.comparison.operator == .exists }
    let safe = known.union(asked.flatMap(\.text.captures).map(\.name))
    var early = step
    (early.check, early.undo, early.undoCheck) = (nil, nil, nil)
    let ownToo = safe.union(step.made)
    let uses =
      early.texts.flatMap(\.captures).filter { !safe.contains($0.name) }
      + step.texts.flatMap(\.captures).filter { !ownToo.contains($0.name) }
    for use in uses {
      let maker = makers[use.name]
      log.add(
        RunbookRules.captured.diagnostic(
          at: runbook.place(use.line),
          maker == nil
            ? "'\(use.written)' is captured by no step"
            : "'\(use.written)' may not have been captured when '\(step.id)' begins",
          notes: maker.map { [Diagnostic.Note("'\($0.id)' captures it", at: runbook.place($0.line))] } ?? [],
          solutions: maker == nil
            ? NearMiss.suggestion(for: use.written, in: makers.keys).map { [$0] } ?? []
            : ["add only-if=\"capture.\(use.written) exists\""]))
    }
  }
}

extension Step {
  /// The captures it makes; all of a called runbook stand under the calling step's id and a dot.
  fileprivate var made: Set<String> {
    if case .runbook = kind { return ["\(id)."] }
    return Set(captures.map(\.name))
  }
}

extension Template {
  /// The captures it mentions.
  fileprivate var captures: [(name: String, written: String, line: Int)] {
    placeholders.compactMap { key, line in
      guard case .capture(let name) = Reference(key: key) else { return nil }
      let scope = name.split(separator: ".", maxSplits: 1)
      return (scope.count > 1 ? "\(scope[0])." : name, name, line)
    }
  }
}
