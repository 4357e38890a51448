import Testing

@testable import Runbooks

/// Runbooks with a fault that only shows on some path.
@Suite("Faults that walking finds")
struct PlantedPathFaultTests {
  struct Planted: Sendable, CustomTestStringConvertible {
    var name: String
    var steps: [PlannedStep]
    var finds: [PathFinding.Kind]
    var step: String
    var testDescription: String { name }
  }

  private static func using(_ capture: String) -> Work<PlannedText> {
    var text = PlannedText("rm -r ")
    text.append(.capture(capture))
    return Work(.script(text))
  }

  private static let cases: [Planted] = [
    Planted(
      name: "a step that is for an input nobody can give",
      steps: [
        .of(
          "where",
          .branch(
            Branch(
              [
                .init(
                  when: .compare(PlannedText(.input("how")), Comparison(.equals, [PlannedText("partial")])),
                  goTo: "partial")
              ], otherwise: "all"))),
        .script("partial") { $0.isEnd = true }, .script("all"),
      ], finds: [.neverReached], step: "partial"),
    Planted(
      name: "a step whose conditions exclude each other",
      steps: [
        .script("look") { $0.captures = [Capture("n", kind: .number)] },
        .script("never") {
          $0.guards = [
            StepGuard(.onlyIf, .condition(.compare(using("n").capture, Comparison(.greater, [PlannedText("5")])))),
            StepGuard(.skipIf, .condition(.compare(using("n").capture, Comparison(.atLeast, [PlannedText("3")])))),
          ]
        },
      ], finds: [.neverReached], step: "never"),
    Planted(
      name: "an undo that needs what a later step captures",
      steps: [
        .script("make") { $0.undo = using("folder") },
        .script("name") { $0.captures = [Capture("folder")] },
        .script("fill"),
      ], finds: [.leftAfterUndo], step: "make"),
    Planted(
      name: "a clean-up that needs what a failed step would have captured",
      steps: [
        .script("make") { $0.captures = [Capture("folder")] },
        .of("remove", .work(using("folder"))) { $0.phase = .cleanUp },
      ], finds: [.cleanUpMissed], step: "remove"),
  ]

  @Test("each is found, and named with its step and a path", arguments: cases)
  func planted(_ planted: Planted) async throws {
    var plan = RunbookPlan(id: "homelab/test", title: "Test", source: "runbooks/test.md", steps: planted.steps)
    plan.inputs = [RunbookInput(name: "how", kind: .choice(["quick", "full"]))]
    let report = await PathReport.walking(plan)
    #expect(report.findings.map(\.kind) == planted.finds, "\(report.lines(withPaths: true))")
    #expect(report.findings.first?.step == planted.step)
    #expect(planted.finds == [.neverReached] || report.findings.first?.path != nil)
  }

  @Test("a step that changes something and has no undo is named among what an undo leaves")
  func undoMissing() async throws {
    let plan = RunbookPlan(
      id: "homelab/test", title: "Test", source: "runbooks/test.md",
      steps: [
        .script("stop") { $0.undo = .bash("start") }, .script("delete"), .script("restore"),
      ])
    let path = try await plan.walk(when: [.fails("restore")], undoes: true)
    #expect(path.undone == ["stop"] && path.left == ["delete"])
    let report = await PathReport.walking(plan)
    #expect(report.leftBehind == ["delete", "restore"])
    #expect(report.lines().contains { $0.contains("has no undo, and is left by one: delete, restore") })
  }

  @Test("an engine that breaks a rule is found out")
  func brokenEngine() async throws {
    let plan = RunbookPlan(
      id: "homelab/test", title: "Test", source: "runbooks/test.md",
      steps: [
        .script("a") { $0.undo = .bash("undo") }, .script("b") { $0.undo = .bash("undo") },
        .script("end") { $0.isEnd = true }, .script("after"),
        .script("clean") { $0.phase = .cleanUp },
      ])
    let invariants = PathInvariants(plan)
    let verdict = JournalVerdict(JournalReading([]), anchor: nil)
    func problems(_ events: [JournalEvent]) -> [String] {
      let records = events.enumerated().map {
        JournalRecord(number: $0 + 1, time: "", previous: "", event: $1)
      }
      return invariants.problems(in: records, verdict)
    }
    func done(_ step: String, _ part: StepPart = .action) -> [JournalEvent] {
      var outcome = ScriptOutcome(result: .succeeded, milliseconds: 0, tail: "")
      outcome.exitCode = 0
      return [
        .stepIntent(.init(step: step, part: part, command: "")),
        .stepOutcome(.init(step: step, part: part, outcome: outcome)),
      ]
    }
    let undo = JournalEvent.undoBegin(.init(cause: .failure, steps: ["a", "b"]))
    #expect(problems(done("a") + done("b") + [undo] + done("a", .undo)).contains("taken back is a, and not b, a"))
    #expect(problems(done("a", .undo)).contains { $0.contains("without a beginning") })
    #expect(problems(done("end") + done("after")).contains("'after' is carried out after the end 'end'"))
    let end = JournalEvent.runEnd(.init(result: .failed, step: "a", cleanUpLeft: nil, records: 3))
    #expect(problems(done("a") + [end]).contains("the clean-up 'clean' had no turn"))
    #expect(problems([]).contains("the journal does not verify"))
  }
}

extension Work<PlannedText> {
  /// The capture that its script ends with.
  fileprivate var capture: PlannedText {
    guard let reference = script?.references.first else { return PlannedText() }
    return PlannedText(reference)
  }
}
