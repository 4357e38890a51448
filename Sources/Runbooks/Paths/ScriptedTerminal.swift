import Synchronization

/// A person who passes every gate but those a scenario refuses, stops at failures, and knows that what was left open was
/// done.
final class ScriptedTerminal: RunTerminal {
  let isInteractive = true
  private let scenario: Scenario
  private let runner: ScriptedRunner
  /// The step whose gate asks.
  private let gate = Mutex("")

  init(_ scenario: Scenario, runner: ScriptedRunner) {
    self.scenario = scenario
    self.runner = runner
  }

  func show(_ line: String) {}
  func write(_ bytes: [UInt8]) {}

  func take(_ event: RunEvent) {
    switch event {
    case .journaled(let event): runner.take(event)
    case .asking(let step): gate.withLock { $0 = step }
    case .began, .introduced, .pausing: break
    }
  }

  func ask(_ question: String) async -> String? {
    let key = gate.withLock { $0 }
    let isRefused =
      scenario.variations.contains(.refuses(key)) || scenario.variations.contains(.refuses(StepKey(key).id))
    typealias Question = RunDialogue.Question
    if question.contains(Question.confirm) { return isRefused ? "no" : "yes" }
    if question.contains(Question.done) { return isRefused ? "q" : "" }
    if question.contains(Question.deviation) { return scenario.undoes ? "u" : "l" }
    if question.contains(Question.settled) { return "d" }
    return "q"
  }

  /// Who has approved a request.
  func approvals(of request: ApprovalRequest) -> ApprovalGate.Count {
    var count = ApprovalGate.Count(given: [], refused: [], isEnough: false, isExpired: false)
    let names = [request.step, StepKey(request.step).id]
    count.isExpired = names.contains { scenario.variations.contains(.expires($0)) }
    guard !count.isExpired, !names.contains(where: { scenario.variations.contains(.refuses($0)) }) else { return count }
    let people = request.from.isEmpty ? (1...max(1, request.quorum)).map { "person-\($0)" } : request.from
    count.given = people.prefix(request.quorum).map {
      JournalEvent.ApprovalGiven(step: request.step, request: request.hash, by: $0, key: "made up", comment: "")
    }
    count.isEnough = count.given.count >= request.quorum
    return count
  }
}
