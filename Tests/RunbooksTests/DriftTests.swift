import Testing

@testable import Runbooks

@Suite("What has changed since a run was started")
struct DriftTests {
  /// A run that has failed, and options to take it up again.
  static func failed(_ shop: Workshop) async throws -> (id: String, options: RunOptions) {
    var options = RunOptions.faked(FakeRunner(["b": [1]]))
    options.built.lab = "one"
    let (id, _) = try await shop.run([.script("a"), .script("b")], options: options)
    var again = RunOptions.faked(FakeRunner())
    again.built.lab = "one"
    again.built.plan = shop.plan([.script("a"), .script("b")])
    return (id, again)
  }

  @Test("nothing has, and the run goes on")
  func same() async throws {
    let shop = try Workshop()
    let (id, options) = try await Self.failed(shop)
    #expect(try await shop.resume(id, options: options) == .completed)
  }

  @Test(
    "the runbook, the lab or the tool: refused with what differs, and accepted with a reason that is kept",
    arguments: [
      "since the run was started something has changed: the runbook: new: c; gone: b",
      "since the run was started something has changed: the lab",
      "since the run was started something has changed: the tool, from test to later",
    ])
  func differs(said: String) async throws {
    let shop = try Workshop()
    let (id, unchanged) = try await Self.failed(shop)
    var options = unchanged
    if said.contains("runbook") { options.built.plan = shop.plan([.script("a"), .script("c")]) }
    if said.contains("lab") { options.built.lab = "two" }
    if said.contains("tool") { options.by = .current(version: "later") }
    let final = options
    let refusal = await #expect(throws: RunRefusal.self) { try await shop.resume(id, options: final) }
    #expect(refusal?.reasons.first == said)
    let runner = FakeRunner(["b": [1]])
    options.runner = runner
    options.acceptedDrift = "the old plan is meant"
    #expect(try await shop.resume(id, options: options) == .failed)
    #expect(runner.carriedOut == ["b"], "the frozen plan is what runs")
    // What was accepted once is not asked about again.
    options.acceptedDrift = nil
    options.runner = FakeRunner()
    #expect(try await shop.resume(id, options: options) == .completed)
    let drifts = try shop.folder.journal(of: id).records.compactMap { record in
      if case .runResume(let resume) = record.event { resume.drift?.reason } else { nil }
    }
    #expect(drifts == ["the old plan is meant"])
  }
}
