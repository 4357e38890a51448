import Testing

@testable import Runbooks

@Suite("The envelope of a step")
struct EnvelopeTests {
  /// A plan, how its works end, and what is carried out then.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var steps: [PlannedStep]
    var codes: [String: [Int32]] = [:]
    var result: RunResult
    var carriedOut: [String]
    var mode = RunMode.real

    init(
      _ name: String, _ steps: [PlannedStep], _ codes: [String: [Int32]] = [:], _ result: RunResult,
      _ carriedOut: [String], mode: RunMode = .real
    ) {
      testDescription = name
      self.steps = steps
      self.codes = codes
      self.result = result
      self.carriedOut = carriedOut
      self.mode = mode
    }
  }

  static let look = Work<PlannedText>.bash("true")

  static func compares(_ value: String, _ other: String) -> StepGuard<PlannedText>.Test {
    .condition(.compare(PlannedText(value), Comparison(.equals, [PlannedText(other)])))
  }

  static let cases: [Case] = [
    Case(
      "a failed attempt is followed by another", [.script("a") { $0.retry.attempts = 3 }], ["a": [1, 1, 0]],
      .completed, ["a", "a", "a"]),
    Case(
      "attempts have an end", [.script("a") { $0.retry.attempts = 2 }, .script("b")], ["a": [1]], .failed,
      ["a", "a"]),
    Case(
      "another attempt follows the exit codes that are named only",
      [.script("a") { $0.retry = Retry(attempts: 5, onExitCodes: [75]) }], ["a": [75, 1, 0]], .failed, ["a", "a"]),
    Case(
      "a precondition goes before each attempt",
      [.script("a") { ($0.retry.attempts, $0.precondition) = (3, look) }],
      ["a": [1, 0], "a:precondition": [1, 0, 0]],
      .completed, ["a:precondition", "a:precondition", "a", "a:precondition", "a"]),
    Case("a check decides", [.script("a") { $0.check = look }], ["a:check": [1]], .failed, ["a", "a:check"]),
    Case(
      "after a failure the run goes on where the step says so, and has not failed",
      [.script("a") { ($0.onFailure, $0.isCritical) = (.goOn, false) }, .script("b")], ["a": [1]], .completed,
      ["a", "b"]),
    Case(
      "a critical step that fails makes the run a failed one, also where it goes on",
      [.script("a") { $0.onFailure = .goOn }, .script("b")], ["a": [1]], .failed, ["a", "b"]),
    Case(
      "a failure leads to a step further down",
      [.script("a") { ($0.onFailure, $0.isCritical) = (.jump("c"), false) }, .script("b"), .script("c")], ["a": [1]],
      .completed, ["a", "c"]),
    Case(
      "nothing follows the step that is the end", [.script("a") { $0.isEnd = true }, .script("b")], [:], .completed,
      ["a"]),
    Case(
      "a step that is the end and left out does not end the run",
      [.script("a") { ($0.isEnd, $0.onlyIn) = (true, .drill) }, .script("b")], [:], .completed, ["b"]),
    Case(
      "steps of a drill are carried out in a drill",
      [.script("a") { $0.onlyIn = .drill }, .script("b") { $0.onlyIn = .real }], [:], .completed, ["a"], mode: .drill),
    Case(
      "what is done already is left out",
      [.script("a") { $0.guards = [StepGuard(.skipIf, .work(look))] }, .script("b")], [:], .completed,
      ["a:skipIf", "b"]),
    Case(
      "what is not done already is done",
      [.script("a") { $0.guards = [StepGuard(.skipIf, .work(look))] }], ["a:skipIf": [1]], .completed,
      ["a:skipIf", "a"]),
    Case(
      "what does not apply is left out",
      [.script("a") { $0.guards = [StepGuard(.onlyIf, compares("x", "y"))] }, .script("b")], [:], .completed, ["b"]),
    Case(
      "what is required and not so fails the step",
      [.script("a") { $0.guards = [StepGuard(.require, .work(look))] }, .script("b")], ["a:require": [1]], .failed,
      ["a:require"]),
    Case(
      "a guard that could not look fails the step, and leaves nothing out",
      [.script("a") { $0.guards = [StepGuard(.onlyIf, .work(look))] }], ["a:onlyIf": [127]], .failed, ["a:onlyIf"]),
    Case(
      "the clean-up comes last, also after a failure",
      [.script("a"), .script("c") { $0.phase = .cleanUp }, .script("b")], ["a": [1]], .failed, ["a", "c"]),
    Case(
      "every step of the clean-up is tried, and what is missing of it is a result of its own",
      [.script("a"), .script("c") { $0.phase = .cleanUp }, .script("d") { $0.phase = .cleanUp }], ["c": [1]],
      .cleanUpIncomplete, ["a", "c", "d"]),
    Case(
      "a branch goes on at the first choice that holds, and leaves out what stands between",
      [
        .of("way", .branch(Branch([.init(when: .mode(.drill), goTo: "b"), .init(when: .mode(.real), goTo: "c")]))),
        .script("b"), .script("c"),
      ], [:], .completed, ["c"]),
    Case(
      "a branch without a choice that holds fails",
      [.of("way", .branch(Branch([.init(when: .mode(.drill), goTo: "b")]))), .script("b")], [:], .failed, []),
    Case(
      "an assertion that does not hold fails",
      [.of("sure", .assert(Assertion([.mode(.drill)]))), .script("b")], [:], .failed, []),
    Case(
      "a wait looks until a look succeeds",
      [.of("up", .wait(Wait(work: look, withinMilliseconds: 60_000))), .script("b")], ["up": [1, 1, 0]], .completed,
      ["up", "up", "up", "b"]),
    Case(
      "a note needs nobody", [.of("say", .note(PlannedText("Mind the gap."))), .script("b")], [:], .completed, ["b"]),
    Case(
      "a sub-runbook's steps run in its place, with its retries where they have none",
      [
        .of(
          "sub",
          .runbook(
            SubRunbook(PlannedText("x/y"), steps: [.script("sub/a"), .script("sub/b") { $0.retry.attempts = 1 }]))
        ) { $0.retry.attempts = 2 }, .script("c"),
      ], ["sub/a": [1, 0]], .completed, ["sub/a", "sub/a", "sub/b", "c"]),
    Case(
      "a failure within a sub-runbook is its own step's failure",
      [
        .of("sub", .runbook(SubRunbook(PlannedText("x/y"), steps: [.script("sub/a"), .script("sub/b")]))) {
          ($0.onFailure, $0.isCritical) = (.goOn, false)
        }, .script("c"),
      ], ["sub/a": [1]], .completed, ["sub/a", "c"]),
    Case(
      "steps beside each other all come to their end before a failure counts",
      [.script("a") { $0.parallel = "x" }, .script("b") { $0.parallel = "x" }, .script("c")], ["a": [1]], .failed,
      ["a", "b"]),
  ]

  @Test("decides what is carried out, and how the run ends", arguments: cases)
  func table(_ row: Case) async throws {
    let shop = try Workshop()
    let runner = FakeRunner(row.codes)
    var options = RunOptions.faked(runner)
    options.mode = row.mode
    let (id, result) = try await shop.run(row.steps, options: options)
    #expect(result == row.result)
    #expect(
      row.carriedOut == (row.steps.contains { $0.parallel != nil } ? runner.carriedOut.sorted() : runner.carriedOut))
    // A run that is taken up where it ended does nothing twice, whatever it went past.
    guard !result.isFinal else { return }
    #expect(try shop.state(id).end?.result == row.result)
  }

  @Test("pauses grow, up to the longest, less a tenth at most")
  func pauses() {
    let retry = Retry(attempts: 9, pauseMilliseconds: 100, factor: 3, longestPauseMilliseconds: 1_000)
    #expect((1...4).map { retry.pause(after: $0, share: 0) } == [100, 300, 900, 1_000])
    #expect(retry.pause(after: 4, share: 1) == 900)
    let endless = Retry(attempts: .max, pauseMilliseconds: .max, factor: .infinity, longestPauseMilliseconds: .max)
    #expect(endless.pause(after: 1, share: 0) == Milliseconds.longest)
  }

  @Test(
    "inputs are what they may be",
    arguments: [
      (InputKind.choice(["tank", "rust"]), "tank", true), (.choice(["tank", "rust"]), "tnak", false),
      (.pattern("[a-z]+[0-9]"), "km1", true), (.pattern("[a-z]+[0-9]"), "km12", false),
      (.number(least: 1, most: 5), "5", true), (.number(least: 1, most: 5), "6", false),
      (.number(least: nil, most: nil), "-3", true), (.number(least: 1, most: 5), "five", false),
      (.text, "-rf", false), (.pattern("("), "a", false), (.thing(kind: "vm"), "km01", false),
    ])
  func inputs(kind: InputKind, value: String, isAccepted: Bool) {
    let problem = RunPreparation.problem(with: value, of: RunbookInput(name: "x", kind: kind))
    #expect((problem == nil) == isAccepted)
  }

  @Test("a jump leads further down only, and not into or out of a loop")
  func jumpsForward() async throws {
    let shop = try Workshop()
    let loop = Loop(over: [PlannedText("x")])
    let plans: [[PlannedStep]] = [
      [.script("a"), .script("b") { $0.onFailure = .jump("a") }],
      [.script("a") { $0.onFailure = .jump("nowhere") }],
      [.script("a") { $0.onFailure = .jump("c") }, .script("c") { $0.phase = .cleanUp }],
      [
        .script("a") { $0.onFailure = .jump("sub/b") },
        .of("sub", .runbook(SubRunbook(PlannedText("x/y"), steps: [.script("sub/b")]))) { $0.loop = loop },
      ],
    ]
    for steps in plans {
      await #expect(throws: RunRefusal.self) { try await shop.run(steps, options: .faked(FakeRunner())) }
    }
  }

  @Test("a connection that broke says nothing of what it carried: a resume asks, and repeats nothing")
  func lostConnection() async throws {
    let shop = try Workshop()
    let step = PlannedStep.of("a", .work(.bash("true", host: PlannedText("km01"))))
    let (id, result) = try await shop.run([step], options: .faked(FakeRunner(["a": [255]])))
    #expect(result == .failed)
    let again = FakeRunner()
    #expect(try await shop.resume(id, options: .faked(again)) == .stopped)
    #expect(again.carriedOut.isEmpty)
    #expect(try await shop.resume(id, on: TestTerminal(answers: ["a"]), options: .faked(again)) == .completed)
    #expect(again.carriedOut == ["a"])
  }

  @Test("what nobody has captured fails the step that needs it")
  func missingCapture() async throws {
    let shop = try Workshop()
    var text = PlannedText("echo ")
    text.append(.capture("leader"))
    let runner = FakeRunner()
    let (id, result) = try await shop.run(
      [.of("a", .work(Work(.script(text))))], options: .faked(runner))
    #expect(result == .failed)
    #expect(runner.carriedOut.isEmpty)
    #expect(try shop.state(id)["a"] == .notMet(reason: "the capture 'leader' has no value: what gives it was not done"))
  }
}
