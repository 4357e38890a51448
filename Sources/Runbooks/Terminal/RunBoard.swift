/// The list of a run's steps with their states and durations, drawn by nobody yet.
struct RunBoard {
  /// The steps, in the plan's order.
  private(set) var steps: [BoardStep] = []
  /// Where the list is looked at: the step that was introduced or began last.
  private(set) var current = 0
  private var indices: [String: Int] = [:]
  private let usual: [String: Int]

  /// - Parameter usual: How long steps usually take, in milliseconds, by their keys.
  init(usual: [String: Int] = [:]) { self.usual = usual }

  /// Whether a step runs, so that time passes on the list.
  var isMoving: Bool { steps.contains { $0.state == .running } }

  /// Takes an event at a time, in milliseconds on a clock that is never set.
  mutating func take(_ event: RunEvent, at now: Int) {
    switch event {
    case .began(_, let plan, let state): begin(plan, state)
    case .introduced(let step, _, _): current = indices[StepKey(step).id] ?? current
    case .pausing(let step, let milliseconds): change(step) { $0.pausesUntil = now + milliseconds }
    case .journaled(let event): take(event, at: now)
    case .asking: break
    }
  }

  private mutating func begin(_ plan: RunbookPlan, _ state: RunState) {
    let inputs = (state.start?.inputs ?? [:]).map { (Reference.input($0.key), $0.value) }
    let values = Dictionary(inputs, uniquingKeysWith: { $1 })
    steps = plan.allSteps.map { step in
      BoardStep(
        key: step.id, title: Visible.line(step.title.filled(with: values)), state: Self.state(state[step.id]),
        usual: usual[step.id])
    }
    indices = Dictionary(steps.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func take(_ event: JournalEvent, at now: Int) {
    switch event {
    case .stepIntent(let intent):
      guard intent.part != .steady, intent.part != .shell else { return }
      change(intent.step) { step in
        if step.state != .running { step.began = now }
        step.state = .running
        step.pausesUntil = nil
      }
      current = indices[StepKey(intent.step).id] ?? current
    case .stepOutcome(let ended): if ended.part != .steady, ended.part != .shell { end(ended, at: now) }
    case .stepAsserted(let asserted):
      if asserted.part == .action { finish(asserted.step, asserted.held ? .done : .failed, at: now) }
    case .stepJoined(let joined): finish(joined.step, joined.held ? .done : .failed, at: now)
    case .stepSettled(let settled):
      if settled.part == .action { finish(settled.step, settled.decision == .done ? .done : .pending, at: now) }
    case .stepSkipped(let skipped): finish(skipped.step, .skipped, at: now)
    case .stepBranched(let branched): finish(branched.step, .done, at: now)
    case .gate(let answer): finish(answer.step, answer.passed ? .done : .failed, at: now)
    case .undoEnd(let end): for step in end.undone { finish(step, .undone, at: now) }
    case .runStart, .runResume, .runEnd, .lock, .steady, .stepSpawned, .stepCaptured, .stepJumped, .approvalAsked,
      .approvalGiven, .undoBegin, .note:
      break
    }
  }

  private mutating func end(_ ended: JournalEvent.StepOutcome, at now: Int) {
    // An item of a loop does not end the loop: its join does.
    guard StepKey(ended.step).item == nil else { return }
    switch (ended.part, ended.outcome.result) {
    case (_, .interrupted), (_, .timedOut): finish(ended.step, .unknown, at: now)
    case (.action, .succeeded), (.check, .succeeded): finish(ended.step, .done, at: now)
    case (.undo, .succeeded), (.undoCheck, .succeeded): finish(ended.step, .undone, at: now)
    case (.skipIf, _), (.onlyIf, _), (_, .succeeded): finish(ended.step, .pending, at: now)
    case (_, .failed): finish(ended.step, .failed, at: now)
    }
  }

  private mutating func finish(_ key: String, _ state: BoardStep.State, at now: Int) {
    guard StepKey(key).item == nil else { return }
    change(key) { step in
      step.state = state
      step.pausesUntil = nil
      if let began = step.began { step.took = max(0, now - began) }
    }
  }

  private mutating func change(_ key: String, _ body: (inout BoardStep) -> Void) {
    guard let index = indices[StepKey(key).id] else { return }
    body(&steps[index])
  }

  private static func state(_ state: RunState.Step) -> BoardStep.State {
    switch state {
    case .pending: .pending
    case .done: .done
    case .skipped: .skipped
    case .failed, .notMet: .failed
    case .unknown: .unknown
    case .undone: .undone
    }
  }
}
