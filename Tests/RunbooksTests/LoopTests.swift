import Synchronization
import Testing

@testable import Runbooks

@Suite("Loops and groups")
struct LoopTests {
  static func loop(
    _ items: Int, concurrency: Int = 1, errors: ErrorLimit = .count(0), canary: Bool = false
  ) -> PlannedStep {
    .script("a") { step in
      step.loop = Loop(
        over: (1...items).map { PlannedText("h\($0)") }, concurrency: concurrency, errors: errors, hasCanary: canary)
    }
  }

  @Test(
    "no further item is begun once more have failed than may",
    arguments: [
      // errors, items that fail, how many are begun, how the run ends
      (ErrorLimit.count(0), [2], 2, RunResult.failed), (.count(1), [2], 6, .completed),
      (.count(1), [2, 4], 4, .failed),
      (.percent(33), [1, 2], 6, .failed), (.percent(34), [1, 2], 6, .completed), (.percent(0), [6], 6, .failed),
      (.percent(100), [1, 2, 3, 4, 5, 6], 6, .completed),
    ])
  func errorLimit(limit: ErrorLimit, failing: [Int], begun: Int, result: RunResult) async throws {
    let shop = try Workshop()
    let codes = Dictionary(uniqueKeysWithValues: failing.map { ("a[h\($0)]", [Int32(1)]) })
    let runner = FakeRunner(codes)
    let (_, ended) = try await shop.run([Self.loop(6, errors: limit)], options: .faked(runner))
    #expect(ended == result)
    // 33 percent of 6 are exceeded by the second failure.
    #expect(runner.carriedOut.count == (limit == .percent(33) ? 2 : begun))
  }

  @Test("so many items are worked on at a time as the loop says, and no more", arguments: [1, 2, 3])
  func concurrency(_ count: Int) async throws {
    let shop = try Workshop()
    // Each item waits until as many run as may, so that it does not matter how fast this machine is.
    let most = Mutex((running: 0, ever: 0))
    let runner = FakeRunner(meanwhile: { _ in
      most.withLock { $0 = ($0.running + 1, max($0.ever, $0.running + 1)) }
      for _ in 0..<2_000 where most.withLock({ $0.ever }) < count { try? await Task.sleep(for: .milliseconds(5)) }
      most.withLock { $0.running -= 1 }
    })
    _ = try await shop.run([Self.loop(6, concurrency: count)], options: .faked(runner))
    #expect(runner.mostAtOnce == count)
    #expect(runner.carriedOut.sorted() == (1...6).map { "a[h\($0)]" })
  }

  @Test("the canary goes alone, and where it fails nobody follows")
  func canary() async throws {
    let shop = try Workshop()
    let runner = FakeRunner(["a[h1]": [1]])
    let (id, result) = try await shop.run(
      [Self.loop(6, concurrency: 3, errors: .percent(100), canary: true)], options: .faked(runner))
    #expect(result == .failed)
    #expect(runner.carriedOut == ["a[h1]"])
    let again = FakeRunner()
    #expect(try await shop.resume(id, options: .faked(again)) == .completed)
    #expect(again.carriedOut.first == "a[h1]")
    #expect(again.carriedOut.count == 6)
  }

  @Test("on resume what was done stays done, and what failed or was not begun is done")
  func resume() async throws {
    let shop = try Workshop()
    let (id, _) = try await shop.run([Self.loop(4)], options: .faked(FakeRunner(["a[h2]": [1]])))
    let again = FakeRunner()
    #expect(try await shop.resume(id, options: .faked(again)) == .completed)
    #expect(again.carriedOut == ["a[h2]", "a[h3]", "a[h4]"])
  }

  @Test("items that failed within the limit are tried again where that is asked for")
  func retryFailed() async throws {
    let shop = try Workshop()
    let (id, result) = try await shop.run(
      [Self.loop(4, errors: .count(1)), .script("b")], options: .faked(FakeRunner(["a[h2]": [1]])))
    #expect(result == .completed)
    await #expect(throws: RunRefusal.self) { try await shop.resume(id) }
    let again = FakeRunner()
    var options = RunOptions.faked(again)
    options.retriesFailed = true
    #expect(try await shop.resume(id, options: options) == .completed)
    #expect(again.carriedOut == ["a[h2]"])
  }

  @Test("what items capture is a list in the items' order, and each item keeps its own")
  func captures() async throws {
    let shop = try Workshop()
    var step = Self.loop(3, concurrency: 3)
    step.captures = [Capture("version")]
    var echo = PlannedText("echo ")
    echo.append(.capture("version"))
    let runner = FakeRunner(output: { $0.step.hasPrefix("a") ? "v-\($0.step)" : "" })
    let (id, result) = try await shop.run(
      [step, .of("b", .work(Work(.script(echo))))], options: .faked(runner))
    #expect(result == .completed)
    #expect(try shop.state(id).captures["version"] == "v-a[h1]\nv-a[h2]\nv-a[h3]")
    let intents = try shop.folder.journal(of: id).records.compactMap { record in
      if case .stepIntent(let intent) = record.event, intent.step == "b" { intent.command } else { nil }
    }
    #expect(intents == ["echo 'v-a[h1]' 'v-a[h2]' 'v-a[h3]'"])
  }

  @Test("an item that stands twice, or a list that nobody captured, fails the loop")
  func badItems() async throws {
    let shop = try Workshop()
    var open = PlannedText()
    open.append(.capture("hosts"))
    for items in [[PlannedText("x"), PlannedText("x")], [open]] {
      let runner = FakeRunner()
      let step = PlannedStep.script("a") { $0.loop = Loop(over: items) }
      #expect(try await shop.run([step], options: .faked(runner)).result == .failed)
      #expect(runner.carriedOut.isEmpty)
    }
  }

  @Test("lines of steps beside each other say whose they are")
  func prefixes() async throws {
    let shop = try Workshop()
    let terminal = TestTerminal()
    let steps = ["a", "b"].map { id in
      var step = shop.step(id, "printf 'one\\ntwo-'; sleep 0.1; echo \(id); printf end")
      step.parallel = "both"
      return step
    }
    #expect(try await shop.run(steps, on: terminal).result == .completed)
    let lines = terminal.output.split(separator: "\n").sorted()
    #expect(lines == ["a | end", "a | one", "a | two-a", "b | end", "b | one", "b | two-b"])
  }
}
