import Testing

@testable import Runbooks

@Suite("What a person may say to a step")
struct MenuTests {
  @Test("go on at a later step, for a reason; what stands between is left out")
  func jump() async throws {
    let shop = try Workshop()
    let runner = FakeRunner()
    let terminal = TestTerminal(answers: ["j", "nowhere", "j", "c", "b is for others", ""])
    let (id, result) = try await shop.run(
      [.script("a"), .script("b"), .script("c")], on: terminal, options: .faked(runner, yes: false))
    #expect(result == .completed)
    #expect(runner.carriedOut == ["c"])
    #expect(try shop.state(id)["a"] == .skipped(reason: "b is for others"))
    #expect(try shop.state(id)["b"] == .skipped(reason: "the run went on at 'c'"))
    #expect(terminal.text.contains("'nowhere' is no step further down"))
  }

  @Test("go on after a failure, which then does not count")
  func jumpAfterFailure() async throws {
    let shop = try Workshop()
    let runner = FakeRunner(["a": [1]])
    let (_, result) = try await shop.run(
      [.script("a"), .script("b"), .script("c")], on: TestTerminal(answers: ["j", "c", "done by hand"]),
      options: .faked(runner))
    #expect(result == .completed)
    #expect(runner.carriedOut == ["a", "c"])
  }

  @Test("a note and a shell go into the journal, and the question is asked again")
  func noteAndShell() async throws {
    let shop = try Workshop()
    let runner = FakeRunner()
    let (id, result) = try await shop.run(
      [.script("a")], on: TestTerminal(answers: ["n", "the disk is loud", "!", ""]),
      options: .faked(runner, yes: false))
    #expect(result == .completed)
    #expect(runner.carriedOut == ["a:shell", "a"])
    let notes = try shop.folder.journal(of: id).records.compactMap { record in
      if case .note(let note) = record.event { note.text } else { nil }
    }
    #expect(notes == ["the disk is loud"])
  }

  @Test("a loop and a group are asked about once")
  func once() async throws {
    let shop = try Workshop()
    let runner = FakeRunner()
    let terminal = TestTerminal(answers: ["", ""])
    let loop = PlannedStep.script("a") { $0.loop = Loop(over: ["x", "y"].map { PlannedText($0) }) }
    let group = ["b", "c"].map { id in PlannedStep.script(id) { $0.parallel = "both" } }
    let (_, result) = try await shop.run([loop] + group, on: terminal, options: .faked(runner, yes: false))
    #expect(result == .completed)
    #expect(runner.carriedOut.sorted() == ["a[x]", "a[y]", "b", "c"])
    #expect(terminal.questions.count == 2)
  }

  @Test("after a loop has failed the person has what failed tried again")
  func retryLoop() async throws {
    let shop = try Workshop()
    let runner = FakeRunner(["a[y]": [1, 0]])
    let loop = PlannedStep.script("a") { $0.loop = Loop(over: ["x", "y", "z"].map { PlannedText($0) }) }
    let (_, result) = try await shop.run([loop], on: TestTerminal(answers: ["r"]), options: .faked(runner))
    #expect(result == .completed)
    #expect(runner.carriedOut == ["a[x]", "a[y]", "a[y]", "a[z]"])
  }

  @Test("in a group one step asks after the other, and a failure is asked about when all have ended")
  func group() async throws {
    let shop = try Workshop()
    let runner = FakeRunner(["c": [1, 0]])
    let steps: [PlannedStep] = [
      .of("a", .confirm(PlannedText("Sure?"))) { $0.parallel = "all" },
      .of("b", .confirm(PlannedText("Sure?"))) { $0.parallel = "all" }, .script("c") { $0.parallel = "all" },
    ]
    let (_, result) = try await shop.run(
      steps, on: TestTerminal(answers: ["yes", "yes", "r"]), options: .faked(runner))
    #expect(result == .completed)
    #expect(runner.carriedOut == ["c", "c"])
  }
}
