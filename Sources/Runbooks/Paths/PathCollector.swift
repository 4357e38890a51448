/// Tells from a journal's events what a path has come past.
struct PathCollector {
  private let steps: [String: PlannedStep]
  private(set) var elements: Set<PathElement> = []
  private(set) var done: [String] = []
  private var isDone: Set<String> = []
  private(set) var skipped: [String] = []
  private var state = RunState([])

  init(_ plan: RunbookPlan) {
    steps = Dictionary(plan.allSteps.map { ($0.id, $0) }) { first, _ in first }
  }

  mutating func take(_ event: JournalEvent) {
    state.take(event)
    switch event {
    case .stepIntent(let intent): if intent.part == .action { carryOut(intent.step) }
    case .stepOutcome(let ended): take(ended)
    case .stepAsserted(let asserted):
      let id = StepKey(asserted.step).id
      if asserted.part == .action { carryOut(asserted.step) }
      elements.insert(.answer(id, asserted.part, asserted.held))
      note(asserted.step)
    case .stepBranched(let branched):
      carryOut(branched.step)
      if let next = branched.next { elements.insert(.choice(StepKey(branched.step).id, to: next)) }
      note(branched.step)
    case .stepJumped(let jumped): if !jumped.byPerson { elements.insert(.jump(StepKey(jumped.step).id)) }
    case .gate(let answer):
      carryOut(answer.step)
      note(answer.step)
    case .stepJoined(let joined):
      carryOut(joined.step)
      note(joined.step)
    case .stepSettled(let settled): note(settled.step)
    case .stepSkipped(let skipped): self.skipped.append(skipped.step)
    case .note(let said):
      if said.by == nil, let step = said.step {
        carryOut(step)
        note(step)
      }
    case .runStart, .runResume, .runEnd, .stepSpawned, .stepCaptured, .approvalAsked, .approvalGiven, .undoBegin,
      .undoEnd, .steady, .lock:
      break
    }
  }

  private mutating func take(_ ended: JournalEvent.StepOutcome) {
    let id = StepKey(ended.step).id
    let holds = ended.outcome.result == .succeeded
    switch ended.part {
    case .action, .check: note(ended.step)
    case .skipIf, .onlyIf, .require: elements.insert(.answer(id, ended.part, holds))
    case .undo, .undoCheck: if state.undos[ended.step] == .done { elements.insert(.undo(id)) }
    case .precondition, .steady, .shell: break
    }
  }

  private mutating func carryOut(_ key: String) {
    let id = StepKey(key).id
    if steps[id] != nil { elements.insert(.step(id)) }
  }

  private mutating func note(_ key: String) {
    guard state[key] == .done, steps[StepKey(key).id] != nil, isDone.insert(key).inserted else { return }
    done.append(key)
  }
}
