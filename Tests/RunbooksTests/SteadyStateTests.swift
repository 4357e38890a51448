import Testing

@testable import Runbooks

@Suite("The steady state")
struct SteadyStateTests {
  static func plan(_ shop: Workshop, required: Bool = false, every: Int? = nil) -> RunbookPlan {
    var plan = shop.plan([.script("a"), .script("b")])
    plan.steadyState = SteadyState(
      [.init(id: "api", title: PlannedText("the API answers"), work: .bash("true"))], isRequiredBefore: required,
      everyMilliseconds: every)
    return plan
  }

  @Test("is looked at before and after, and a deviation is no failure")
  func deviates() async throws {
    let shop = try Workshop()
    let runner = FakeRunner(["api:steady": [0, 1]])
    let (id, result) = try await shop.run([], options: .faked(runner), plan: Self.plan(shop))
    #expect(result == .deviated)
    #expect(runner.carriedOut == ["api:steady", "a", "b", "api:steady"])
    #expect(try shop.state(id).steady[.after]?.deviations == ["api"])
  }

  @Test("keeps a run from beginning where it is required; otherwise a run that mends begins")
  func required() async throws {
    for isRequired in [true, false] {
      let shop = try Workshop()
      let runner = FakeRunner(["api:steady": [1, 0]])
      let plan = Self.plan(shop, required: isRequired)
      let (id, result) = try await shop.run([], options: .faked(runner), plan: plan)
      #expect(result == (isRequired ? .failed : .completed))
      #expect(runner.carriedOut.contains("a") == !isRequired)
      if isRequired { #expect(try await shop.resume(id, options: .faked(FakeRunner())) == .completed) }
    }
  }

  @Test("is looked at while steps run, and what was not well then is a deviation")
  func during() async throws {
    let shop = try Workshop()
    let looked = AsyncStream.makeStream(of: Void.self)
    let runner = FakeRunner(
      ["api:steady": [0, 1, 0]],
      meanwhile: { place in
        if place.part == .steady { looked.continuation.yield() }
        // The step goes on until the second look, which is the first of those meanwhile, has begun.
        if place.step == "a" { for await _ in looked.stream.dropFirst() { break } }
      })
    let (id, result) = try await shop.run([], options: .faked(runner), plan: Self.plan(shop, every: 5))
    #expect(result == .deviated)
    #expect(try shop.state(id).deviatedMeanwhile)
    #expect(try shop.state(id).steady[.after]?.held == true)
  }

  @Test("where it deviates a person may have all of it taken back")
  func undone() async throws {
    let shop = try Workshop()
    let runner = FakeRunner(["api:steady": [0, 1, 0]])
    var plan = Self.plan(shop)
    plan.steps[0].undo = .bash("true")
    let (_, result) = try await shop.run(
      [], on: TestTerminal(answers: ["u"]), options: .faked(runner), plan: plan)
    #expect(result == .undone)
    #expect(runner.carriedOut.suffix(2) == ["a:undo", "api:steady"])
  }

  @Test("a look that is interrupted says nothing: the run is not completed, and a resume looks again")
  func interrupted() async throws {
    let shop = try Workshop()
    let reached = AsyncStream.makeStream(of: Void.self)
    let runner = FakeRunner(meanwhile: { place in
      guard place.part == .steady, place.attempt == 2 else { return }
      reached.continuation.yield()
      while !Task.isCancelled { await Task.yield() }
    })
    let run = try await Run.start(
      Self.plan(shop), inputs: [:], in: shop.folder, on: TestTerminal(), options: .faked(runner))
    let task = Task { try await run.go() }
    for await _ in reached.stream { break }
    task.cancel()
    #expect(try await task.value == .interrupted)
    let again = FakeRunner(["api:steady": [1]])
    #expect(try await shop.resume(run.id, options: .faked(again)) == .deviated)
    #expect(again.carriedOut == ["api:steady"])
  }
}
