import Diagnostics
import Documents
import Foundation
import Testing

@testable import Runbooks

@Suite("Paths through a runbook")
struct PathTests {
  private static func plan(_ steps: [PlannedStep], _ change: (inout RunbookPlan) -> Void = { _ in }) -> RunbookPlan {
    var plan = RunbookPlan(id: "homelab/test", title: "Test", source: "runbooks/test.md", steps: steps)
    change(&plan)
    return plan
  }

  private static func undoable(_ id: String, _ change: (inout PlannedStep) -> Void = { _ in }) -> PlannedStep {
    .script(id) { step in
      step.undo = .bash("undo \(id)")
      change(&step)
    }
  }

  private static func capture(_ name: String) -> PlannedText { PlannedText(.capture(name)) }

  /// Ends of paths by how often they occur.
  private static func ends(_ report: PathReport) -> [RunResult: Int] {
    Dictionary(uniqueKeysWithValues: report.ends.map { ($0.result, $0.count) })
  }

  @Test("the straight path does everything, and each step fails, times out and is interrupted once")
  func straight() async throws {
    let report = await PathReport.walking(Self.plan([.script("a"), .script("b")]))
    #expect(report.coverage == 100 && report.findings.isEmpty && report.isWhole)
    // Two modes; two steps that fail, run out of time, are interrupted.
    #expect(Self.ends(report) == [.completed: 2, .failed: 4, .interrupted: 2])
  }

  @Test("nothing is carried out and no file is written")
  func nothingHappens() async throws {
    let shop = try Workshop()
    let before = FileManager.default.currentDirectoryPath
    let report = await PathReport.walking(Self.plan([shop.step("touch", "touch here", check: "touch there")]))
    #expect(report.coverage == 100)
    #expect(!shop.exists("here") && !shop.exists("there") && !shop.exists("runs"))
    #expect(FileManager.default.currentDirectoryPath == before)
  }

  @Test("what was done is taken back in reverse, after a failure at each step and after an interruption")
  func undo() async throws {
    let names = ["a", "b", "c", "d"]
    let plan = Self.plan(names.map { Self.undoable($0) })
    for (index, name) in names.enumerated() {
      for variation in [Variation.fails(name), .isInterrupted(name)] {
        let path = try await plan.walk(when: [variation], undoes: true)
        #expect(path.ends == .undone, "\(variation)")
        // Of what was interrupted the person says that it was done.
        let last = variation == .fails(name) ? index : index + 1
        #expect(path.undone == names.prefix(last).reversed(), "\(variation)")
      }
    }
    let report = await PathReport.walking(plan)
    #expect(report.coverage == 100 && report.findings.isEmpty, "\(report.lines())")
  }

  @Test("a check that needs what its step was cut off before capturing decides nothing, and the undo goes on")
  func checkWithoutCapture() async throws {
    var text = PlannedText("test -e ")
    text.append(.capture("file"))
    let check = Work(WorkKind.script(text))
    let plan = Self.plan([
      Self.undoable("before"),
      .script("save") {
        $0.captures = [Capture("file")]
        $0.check = check
      },
    ])
    let path = try await plan.walk(when: [.timesOut("save")], undoes: true)
    #expect(path.ends == .undone && path.undone == ["before"] && path.left == ["save"])
  }

  @Test("an undo that fails leaves what was done before its step")
  func undoFails() async throws {
    let plan = Self.plan([Self.undoable("a"), Self.undoable("b"), .script("c")])
    let path = try await plan.walk(when: [.fails("c"), .fails("b", .undo)], undoes: true)
    #expect(path.ends == .failed && path.endStep == "b" && path.undone.isEmpty)
    let report = await PathReport.walking(plan)
    #expect(report.paths.contains { $0.scenario.variations.contains(.fails("b", .undo)) })
    #expect(report.findings.isEmpty, "\(report.lines())")
  }

  /// Conditions on a capture, each with two ways to go.
  private static let comparisons: [(ComparisonOperator, [String])] = [
    (.equals, ["yes"]), (.differs, ["yes"]), (.less, ["3"]), (.atMost, ["3"]), (.greater, ["3"]), (.atLeast, ["2.5"]),
    (.in, ["a", "b"]), (.between, ["2", "5"]), (.contains, ["quorum"]), (.startsWith, ["v1."]), (.endsWith, [".db"]),
    (.matches, ["^[0-9]{3}-(red|blue)$"]),
  ]

  @Test("values are found for both ways of every comparison", arguments: comparisons)
  func comparison(_ operator: ComparisonOperator, _ values: [String]) async throws {
    let condition = Condition.compare(
      Self.capture("x"), Comparison(`operator`, values.map { PlannedText($0) }))
    let plan = Self.plan([
      .script("look") { $0.captures = [Capture("x")] },
      .of("where", .branch(Branch([.init(when: condition, goTo: "one")], otherwise: "two"))),
      .script("one") { $0.isEnd = true },
      .script("two"),
    ])
    let report = await PathReport.walking(plan)
    #expect(report.coverage == 100 && report.findings.isEmpty, "\(report.lines(withPaths: true))")
  }

  @Test("what can be captured bounds the values: a step is not reached by a value that its capture cannot have")
  func captureBounds() async throws {
    let condition = Condition.compare(Self.capture("n"), Comparison(.equals, [PlannedText("many")]))
    let plan = Self.plan([
      .script("count") { $0.captures = [Capture("n", .match("members: ([0-9]+)"))] },
      .of("where", .branch(Branch([.init(when: condition, goTo: "one")], otherwise: "two"))),
      .script("one") { $0.isEnd = true },
      .script("two"),
    ])
    let report = await PathReport.walking(plan)
    #expect(report.findings.map(\.kind) == [.neverReached] && report.findings.map(\.step) == ["one"])
    #expect(report.missed == [.choice("where", to: "one"), .step("one")])
    #expect(report.coverage == 66)
  }

  @Test("a jump, the recovery it leads to, and the failures of that recovery are walked")
  func jump() async throws {
    let plan = Self.plan([
      .script("try") { $0.onFailure = .jump("mend") },
      .script("use") { $0.isEnd = true },
      .script("mend"),
    ])
    let report = await PathReport.walking(plan)
    #expect(report.coverage == 100 && report.findings.isEmpty, "\(report.lines(withPaths: true))")
    #expect(report.paths.contains { $0.scenario.variations == [.fails("try"), .fails("mend")] && $0.step == "mend" })
    let path = try await plan.walk(when: [.fails("try")])
    #expect(path.done == ["mend"] && path.ends == .failed)
  }

  @Test("attempts are used up, recovered from, and not made where the exit code is another")
  func retries() async throws {
    let plan = Self.plan([
      .script("flaky") { $0.retry = Retry(attempts: 3, onExitCodes: [7]) }
    ])
    #expect(try await plan.walk(when: [.recovers("flaky")]).ends == .completed)
    #expect(try await plan.walk(when: [.recovers("flaky")]).events.filter { $0.name == "step.intent" }.count == 2)
    #expect(try await plan.walk(when: [.fails("flaky")]).events.filter { $0.name == "step.intent" }.count == 3)
    let forGood = Variation.ends("flaky", .action, .failsForGood)
    #expect(try await plan.walk(when: [forGood]).events.filter { $0.name == "step.intent" }.count == 1)
  }

  @Test("a wait that is not fulfilled comes to its end without being looked at a thousand times")
  func wait() async throws {
    let wait = Wait(work: Work<PlannedText>.bash("test -e up"), everyMilliseconds: 1, withinMilliseconds: 3_600_000)
    let plan = Self.plan([.of("wait", .wait(wait))])
    let path = try await plan.walk(when: [.fails("wait")])
    #expect(path.ends == .failed && path.events.count < 12)
    #expect(try await plan.walk(when: [.recovers("wait")]).ends == .completed)
  }

  @Test("items of a loop fail as many as it bears, and one more", arguments: [(0, 1), (1, 2), (2, 3)])
  func loops(_ most: Int, _ tooMany: Int) async throws {
    let items = ["k1", "k2", "k3", "k4"].map { PlannedText($0) }
    let plan = Self.plan([
      .script("each") { $0.loop = Loop(over: items, concurrency: 3, errors: .count(most)) }, .script("then"),
    ])
    #expect(try await plan.walk(when: [.failsFor("each", items: most)]).ends == .completed)
    #expect(try await plan.walk(when: [.failsFor("each", items: tooMany)]).ends == .failed)
    #expect(try await plan.walk(when: [.fails("each[k3]")]).done.contains("each[k2]"))
    let report = await PathReport.walking(plan)
    #expect(report.coverage == 100 && report.findings.isEmpty, "\(report.lines())")
    #expect(most == 0 || report.paths.contains { $0.scenario.variations == [.failsFor("each", items: tooMany)] })
  }

  @Test("values are found for the items of a loop: all the same, and one that differs")
  func loopedCaptures() async throws {
    let items = ["k1", "k2", "k3"].map { PlannedText($0) }
    func matches(_ pattern: String) -> Condition<PlannedText> {
      .compare(Self.capture("held"), Comparison(.matches, [PlannedText(pattern)]))
    }
    let two = matches("holds\\s+(free\\s+)*holds")
    let plan = Self.plan([
      .script("look") {
        $0.loop = Loop(over: items)
        $0.captures = [Capture("held")]
      },
      .of("two", .branch(Branch([.init(when: two, goTo: "yield")], otherwise: "alone"))),
      .script("yield") { $0.isEnd = true },
      .of("alone", .assert(Assertion([matches("holds"), .not(two)]))),
      .script("last"),
    ])
    let report = await PathReport.walking(plan)
    #expect(report.coverage == 100 && report.missed.isEmpty && report.findings.isEmpty, "\(report.lines())")
    let path = try await plan.walk(when: [.captures("held", "free\nholds\nfree")])
    #expect(path.ends == .completed && path.state.captures["held"] == "free\nholds\nfree")
  }

  @Test("gates are passed, refused and void")
  func gates() async throws {
    let plan = Self.plan([
      .of("sure", .confirm(PlannedText("Sure?"))), .of("pull", .manual(PlannedText("Pull the plug."))),
      .of("allowed", .approval(Approval(PlannedText("May we?"), from: ["anna", "ben"], count: 2))),
      .script("go"),
    ])
    #expect(try await plan.walk().done == ["sure", "pull", "allowed", "go"])
    for variation in [Variation.refuses("sure"), .refuses("pull"), .refuses("allowed"), .expires("allowed")] {
      let path = try await plan.walk(when: [variation])
      #expect(path.ends == .stopped && !path.done.contains("go"), "\(variation)")
    }
    let report = await PathReport.walking(plan)
    #expect(report.coverage == 100)
    #expect(Self.ends(report)[.stopped] == 4)
  }

  @Test("a gate beside others is refused by its own name")
  func gatesBeside() async throws {
    let gates = ["left", "right"].map { id in
      PlannedStep.of(id, .confirm(PlannedText("Sure?"))) { $0.parallel = "both" }
    }
    let path = try await Self.plan(gates).walk(when: [.refuses("right")])
    #expect(path.done.contains("left") && !path.done.contains("right"))
  }

  @Test("the steady state is broken before, during, after, and after the undo")
  func steady() async throws {
    let probe = SteadyState<PlannedText>.Probe(
      id: "api", title: PlannedText("the API answers"), work: .bash("curl api"))
    let plan = Self.plan([Self.undoable("a"), .script("b")]) {
      $0.steadyState = SteadyState([probe], isRequiredBefore: true, everyMilliseconds: 1_000)
    }
    #expect(try await plan.walk().ends == .completed)
    #expect(try await plan.walk(when: [.deviates(.before)]).ends == .failed)
    #expect(try await plan.walk(when: [.deviates(.before)]).done.isEmpty)
    #expect(try await plan.walk(when: [.deviates(.during)]).ends == .deviated)
    #expect(try await plan.walk(when: [.deviates(.after)]).ends == .deviated)
    #expect(try await plan.walk(when: [.deviates(.after)], undoes: true).ends == .undone)
    #expect(try await plan.walk(when: [.fails("b"), .deviates(.afterUndo)], undoes: true).ends == .deviated)
    let report = await PathReport.walking(plan)
    #expect(report.coverage == 100 && report.findings.isEmpty, "\(report.lines(withPaths: true))")
  }

  @Test("both modes are walked, and each value that an input may have")
  func modesAndInputs() async throws {
    let isFull = Condition.compare(PlannedText(.input("how")), Comparison(.equals, [PlannedText("full")]))
    let plan = Self.plan([
      .script("rehearse") { $0.onlyIn = .drill },
      .script("really") { $0.onlyIn = .real },
      .script("all") { $0.guards = [StepGuard(.onlyIf, .condition(isFull))] },
    ]) {
      $0.inputs = [
        RunbookInput(name: "how", kind: .choice(["quick", "full"])),
        RunbookInput(name: "node", kind: .pattern("km[0-9]{2}")),
        RunbookInput(name: "count", kind: .number(least: 3, most: 5)),
      ]
    }
    let report = await PathReport.walking(plan)
    #expect(report.coverage == 100 && report.findings.isEmpty && report.missed.isEmpty, "\(report.lines())")
    for value in ["quick", "full"] { #expect(report.paths.contains { $0.scenario.inputs["how"] == value }) }
    for value in ["3", "5"] { #expect(report.paths.contains { $0.scenario.inputs["count"] == value }) }
  }

  @Test("guards that carry something out hold, do not hold, and cannot look")
  func guards() async throws {
    for decision in [GuardDecision.skipIf, .onlyIf, .require] {
      let plan = Self.plan([
        .script("a") { $0.guards = [StepGuard(decision, .work(.bash("look")))] }, .script("b"),
      ])
      let report = await PathReport.walking(plan)
      #expect(report.missed.isEmpty && report.findings.isEmpty, "\(decision): \(report.lines())")
      let cannot = Variation.ends("a", decision.part, .cannotLook)
      #expect(try await plan.walk(when: [cannot]).ends == .failed)
      #expect(report.paths.contains { $0.scenario.variations.contains(cannot) })
    }
  }

  @Test("two walks give the same report, to the byte")
  func deterministic() async throws {
    let items = ["k1", "k2", "k3"].map { PlannedText($0) }
    let plan = Self.plan([
      .script("left") { $0.parallel = "both" }, Self.undoable("right") { $0.parallel = "both" },
      Self.undoable("each") { $0.loop = Loop(over: items, concurrency: 3, errors: .count(1)) }, .script("last"),
    ])
    let first = await PathReport.walking(plan)
    let second = await PathReport.walking(plan)
    #expect(JSON.print(first.tree).text == JSON.print(second.tree).text)
  }

  @Test("a limit is kept, and said")
  func limit() async throws {
    let report = await PathReport.walking(Self.plan([.script("a"), .script("b")]), limit: 3)
    #expect(report.paths.count == 3 && !report.isWhole)
    #expect(report.lines().contains { $0.contains("--at-most") })
  }

  @Test("a step that the runbook does not have is refused with the one that was meant")
  func unknown() async throws {
    let plan = Self.plan([.script("restore")])
    await #expect(throws: RunRefusal("the runbook has no step 'restor'; did you mean 'restore'?")) {
      try await plan.walk(when: [.fails("restor")])
    }
  }
}
