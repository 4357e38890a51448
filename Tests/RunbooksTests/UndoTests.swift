import Testing

@testable import Runbooks

@Suite("Taking back what was done")
struct UndoTests {
  static let look = Work<PlannedText>.bash("true")

  /// Five steps that can be taken back, the third in a loop over two items.
  static func steps(checked: Bool = true) -> [PlannedStep] {
    (1...5).map { number in
      .script("s\(number)") { step in
        step.undo = look
        if checked { step.undoCheck = look }
        if number == 3 { step.loop = Loop(over: [PlannedText("x"), PlannedText("y")]) }
      }
    }
  }

  static let keys = ["s1", "s2", "s3[x]", "s3[y]", "s4", "s5"]

  static func plan(_ shop: Workshop, _ steps: [PlannedStep]) -> RunbookPlan {
    var plan = shop.plan(steps)
    plan.steadyState = SteadyState([.init(id: "api", title: PlannedText("the API answers"), work: look)])
    return plan
  }

  static func undone(_ runner: FakeRunner) -> [String] {
    runner.carriedOut.filter { $0.hasSuffix(":undo") }.map { String($0.dropLast(5)) }
  }

  @Test("a failure at any step takes back exactly what was done, the last first, each verified", arguments: 0..<6)
  func failure(at index: Int) async throws {
    let shop = try Workshop()
    let runner = FakeRunner([Self.keys[index]: [1]])
    var options = RunOptions.faked(runner)
    options.undoesOnFailure = true
    let (id, result) = try await shop.run([], options: options, plan: Self.plan(shop, Self.steps()))
    #expect(result == .undone)
    #expect(Self.undone(runner) == Self.keys[..<index].reversed())
    #expect(runner.carriedOut.count { $0.hasSuffix(":undoCheck") } == index)
    #expect(runner.carriedOut.last == "api:steady")
    let state = try shop.state(id)
    #expect(state.steady[.afterUndo]?.held == true)
    #expect(state.undoEnd?.undone == Self.keys[..<index].reversed())
  }

  @Test("an interruption at any step takes back exactly what was done", arguments: 0..<6)
  func interruption(at index: Int) async throws {
    let shop = try Workshop()
    let key = Self.keys[index]
    let reached = AsyncStream.makeStream(of: Void.self)
    let runner = FakeRunner(meanwhile: { place in
      guard place.step == key, place.part == .action else { return }
      reached.continuation.yield()
      while !Task.isCancelled { await Task.yield() }
    })
    var options = RunOptions.faked(runner)
    options.undoesOnFailure = true
    let run = try await Run.start(
      Self.plan(shop, Self.steps()), inputs: [:], in: shop.folder, on: TestTerminal(), options: options)
    let task = Task { try await run.go() }
    for await _ in reached.stream { break }
    task.cancel()
    #expect(try await task.value == .undone)
    #expect(Self.undone(runner) == Self.keys[..<index].reversed())
    #expect(try shop.state(run.id).undoEnd?.left == [key])
  }

  @Test("an undo that fails stops there, and a resume goes on with it", arguments: 0..<5)
  func failingUndo(at index: Int) async throws {
    let shop = try Workshop()
    let runner = FakeRunner(["s5": [1], "\(Self.keys[index]):undo": [1]])
    var options = RunOptions.faked(runner)
    options.undoesOnFailure = true
    let (id, result) = try await shop.run([], options: options, plan: Self.plan(shop, Self.steps()))
    #expect(result == .failed)
    #expect(Self.undone(runner) == Self.keys[index..<5].reversed())
    let again = FakeRunner()
    #expect(try await shop.resume(id, options: .faked(again)) == .undone)
    #expect(Self.undone(again) == Self.keys[...index].reversed())
  }

  @Test("an undo whose check says no has not succeeded")
  func undoCheck() async throws {
    let shop = try Workshop()
    var options = RunOptions.faked(FakeRunner(["s2": [1], "s1:undoCheck": [1]]))
    options.undoesOnFailure = true
    let (id, result) = try await shop.run(Self.steps(), options: options)
    #expect(result == .failed)
    #expect(try shop.state(id)["s1"] == .done)
  }

  @Test("steps that cannot be taken back are named")
  func left() async throws {
    let shop = try Workshop()
    let terminal = TestTerminal()
    var options = RunOptions.faked(FakeRunner(["c": [1]]))
    options.undoesOnFailure = true
    let steps: [PlannedStep] = [.script("a"), .script("b") { $0.undo = Self.look }, .script("c")]
    let (id, result) = try await shop.run(steps, on: terminal, options: options)
    #expect(result == .undone)
    #expect(try shop.state(id).undoEnd?.left == ["a"])
    #expect(terminal.text.contains("Not undone: a."))
  }

  @Test("what is not well after it was taken back is a deviation")
  func deviates() async throws {
    let shop = try Workshop()
    var options = RunOptions.faked(FakeRunner(["s2": [1], "api:steady": [0, 1]]))
    options.undoesOnFailure = true
    let (_, result) = try await shop.run([], options: options, plan: Self.plan(shop, Self.steps()))
    #expect(result == .deviated)
  }

  @Test("a person takes back what was done, after a failure or at any step")
  func person() async throws {
    let shop = try Workshop()
    for (codes, answers) in [(["s3[x]": [Int32(1)]], ["u"]), ([:], ["", "", "u"])] {
      let runner = FakeRunner(codes)
      let (_, result) = try await shop.run(
        Self.steps(), on: TestTerminal(answers: answers), options: .faked(runner, yes: answers.count == 1))
      #expect(result == .undone)
      #expect(Self.undone(runner) == ["s2", "s1"])
    }
  }

  @Test("a finished run is taken back later, once")
  func later() async throws {
    let shop = try Workshop()
    let (id, _) = try await shop.run(Self.steps(), options: .faked(FakeRunner()))
    let runner = FakeRunner()
    var options = RunOptions.faked(runner)
    options.takesBack = true
    #expect(try await shop.resume(id, options: options) == .undone)
    #expect(Self.undone(runner) == Self.keys.reversed())
    await #expect(throws: RunRefusal.self) { try await shop.resume(id, options: options) }
  }
}
