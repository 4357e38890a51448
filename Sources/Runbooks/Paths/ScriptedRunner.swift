import Synchronization

/// Carries nothing out: every work ends as a scenario says.
final class ScriptedRunner: WorkRunner {
  private struct State {
    var hasBegun = false
    var isUndoing = false
    var hasLooked = false
    var isLooking = false
    /// The items of each loop, in the order in which they began.
    var items: [String: [String]] = [:]
  }

  private let scenario: Scenario
  private let steps: [String: PlannedStep]
  /// The id of the loop in which a step stands, by the step's id.
  private let loops: [String: String]
  private let values: [String: String]
  private let time: ScriptedClock
  private let looks = LookGate()
  private let state = Mutex(State())

  /// Takes a scenario.
  ///
  /// - Parameters:
  ///   - scenario: What goes otherwise than on the straight path.
  ///   - steps: The plan's steps, by their ids.
  ///   - values: The values of captures, by their names.
  ///   - time: The time of the path.
  init(_ scenario: Scenario, steps: [String: PlannedStep], values: [String: String], time: ScriptedClock) {
    self.scenario = scenario
    self.steps = steps
    var loops: [String: String] = [:]
    for step in steps.values where step.loop != nil {
      for inner in RunbookPlan.flat([step]) { loops[inner.id] = step.id }
    }
    self.loops = loops
    self.values = values
    self.time = time
  }

  /// Waits until a look at the steady state is asked for.
  func pauseBetweenLooks() async { await looks.sleep() }

  /// Takes note of what happens on the path.
  func take(_ event: JournalEvent) {
    state.withLock { state in
      switch event {
      case .undoBegin: state.isUndoing = true
      case .stepIntent(let intent): if intent.part != .steady { state.hasBegun = true }
      case .stepSkipped, .stepAsserted, .gate, .stepBranched, .note: state.hasBegun = true
      default: break
      }
    }
  }

  func run(
    _ work: Work<String>, at place: WorkPlace, sink: OutputSink,
    spawned: @escaping @Sendable (ProcessIdentity) async throws -> Void
  ) async throws -> WorkResult {
    if place.part == .steady { return result(holdsSteady ? .succeeds : .fails, of: work, at: place) }
    if place.part == .action, scenario.variations.contains(.deviates(.during)), beginsToLook() {
      await looks.look()
      state.withLock { $0.isLooking = false }
    }
    if place.part == .action, failsAsItem(place.step) { return result(.fails, of: work, at: place) }
    let usual: Variation.Outcome = place.part == .skipIf ? .fails : .succeeds
    return result(scenario.outcome(of: place.step, place.part) ?? usual, of: work, at: place)
  }

  /// Whether a step belongs to one of the items for which its loop fails.
  private func failsAsItem(_ key: String) -> Bool {
    guard let loop = loops[StepKey(key).id], let place = place(ofItem: key) else { return false }
    return place < scenario.failingItems(of: loop)
  }

  /// Which item of its loop a step is carried out for, from 0; nothing outside of loops.
  private func place(ofItem key: String) -> Int? {
    let parts = StepKey(key)
    guard let item = parts.item, let loop = loops[parts.id] else { return nil }
    return state.withLock { state in
      var items = state.items[loop] ?? []
      if !items.contains(item) { items.append(item) }
      state.items[loop] = items
      return items.firstIndex(of: item)
    }
  }

  /// What a step captures; within a loop, of a value of several lines that of its item.
  private func captured(_ key: String) -> [String: String] {
    guard let place = place(ofItem: key) else { return values }
    return values.mapValues { value in
      let lines = value.split(separator: "\n")
      return lines.indices.contains(place) ? String(lines[place]) : lines.last.map(String.init) ?? value
    }
  }

  /// Whether this is the step during which the steady state is looked at: the first that is carried out.
  private func beginsToLook() -> Bool {
    state.withLock { state in
      guard !state.hasLooked else { return false }
      (state.hasLooked, state.isLooking) = (true, true)
      return true
    }
  }

  private var holdsSteady: Bool {
    let moment: JournalEvent.SteadyState.Moment = state.withLock { state in
      if state.isLooking { return .during }
      if state.isUndoing { return .afterUndo }
      return state.hasBegun ? .after : .before
    }
    return !scenario.variations.contains(.deviates(moment))
  }

  private func result(_ end: Variation.Outcome, of work: Work<String>, at place: WorkPlace) -> WorkResult {
    let step = steps[StepKey(place.step).id]
    var outcome = ScriptOutcome(result: .failed, milliseconds: 0, tail: "")
    switch end {
    case .succeeds: outcome.succeed()
    case .failsOnce where place.attempt > 1: outcome.succeed()
    case .fails, .failsOnce: outcome.exitCode = step?.retry.onExitCodes.first { $0 != 0 } ?? 1
    case .failsForGood: outcome.exitCode = Self.otherCode(than: step?.retry.onExitCodes ?? [])
    case .cannotLook: outcome.exitCode = work.host == nil ? 127 : 255
    case .isInterrupted: outcome.result = .interrupted
    case .timesOut: outcome.result = .timedOut
    }
    // What is waited for without success is waited for to the end of its time.
    if case .wait = step?.kind, place.part == .action, end == .fails, place.attempt > 1 { outcome.result = .timedOut }
    if outcome.result == .timedOut { time.advance(by: work.timeoutMilliseconds ?? 0) }
    var result = WorkResult(outcome)
    result.madeUp = place.isCaptured ? captured(place.step) : [:]
    return result
  }

  private static func otherCode(than codes: [Int32]) -> Int32 { (1...255).first { !codes.contains($0) } ?? 1 }
}

extension ScriptOutcome {
  fileprivate mutating func succeed() {
    result = .succeeded
    exitCode = 0
  }
}
