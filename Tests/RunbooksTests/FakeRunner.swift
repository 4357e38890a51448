import Synchronization

@testable import Runbooks

/// Carries nothing out: every work ends as a table says, and what was asked for is remembered.
final class FakeRunner: WorkRunner {
  private struct State {
    var outcomes: [String: [Int32]]
    var carriedOut: [String] = []
    var running = 0
    var mostAtOnce = 0
  }

  private let state: Mutex<State>
  private let output: @Sendable (WorkPlace) -> String
  private let meanwhile: @Sendable (WorkPlace) async -> Void

  /// Takes a table.
  ///
  /// - Parameters:
  ///   - outcomes: Exit codes by `key` or `key:part`, in order; the last one again and again, 0 where none is said.
  ///   - output: What a work writes.
  ///   - meanwhile: What happens while a work runs.
  init(
    _ outcomes: [String: [Int32]] = [:], output: @escaping @Sendable (WorkPlace) -> String = { _ in "" },
    meanwhile: @escaping @Sendable (WorkPlace) async -> Void = { _ in }
  ) {
    state = Mutex(State(outcomes: outcomes))
    self.output = output
    self.meanwhile = meanwhile
  }

  /// `key` for each action, `key:part` for everything else, in the order of their beginnings.
  var carriedOut: [String] { state.withLock { $0.carriedOut } }
  /// How many works ran at the same time, at most.
  var mostAtOnce: Int { state.withLock { $0.mostAtOnce } }

  func run(
    _ work: Work<String>, at place: WorkPlace, sink: OutputSink,
    spawned: @escaping @Sendable (ProcessIdentity) async throws -> Void
  ) async throws -> WorkResult {
    let name = place.part == .action ? place.step : "\(place.step):\(place.part.rawValue)"
    let code = state.withLock { state in
      state.carriedOut.append(name)
      state.running += 1
      state.mostAtOnce = max(state.mostAtOnce, state.running)
      var codes = state.outcomes[name] ?? [0]
      let code = codes.first ?? 0
      if codes.count > 1 { codes.removeFirst() }
      state.outcomes[name] = codes
      return code
    }
    await meanwhile(place)
    state.withLock { $0.running -= 1 }
    var outcome = ScriptOutcome(result: code == 0 ? .succeeded : .failed, milliseconds: 1, tail: "")
    outcome.exitCode = code
    if Task.isCancelled { outcome.result = .interrupted }
    return WorkResult(outcome, output: Array(output(place).utf8))
  }
}

extension RunOptions {
  /// Options of a run that carries nothing out and waits for nothing.
  static func faked(_ runner: FakeRunner, yes: Bool = true) -> RunOptions {
    var options = Workshop.options(yes: yes)
    options.runner = runner
    options.clock.sleep = { _ in await Task.yield() }
    return options
  }
}

extension PlannedStep {
  /// A step that runs a script, changed as a test needs it.
  static func script(_ id: String, _ change: (inout PlannedStep) -> Void = { _ in }) -> PlannedStep {
    PlannedStep.of(id, .work(.bash("true")), change)
  }

  static func of(
    _ id: String, _ kind: StepKind<PlannedText>, _ change: (inout PlannedStep) -> Void = { _ in }
  ) -> PlannedStep {
    var step = PlannedStep(id: id, title: PlannedText(id), kind: kind)
    change(&step)
    return step
  }
}
