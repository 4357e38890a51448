import Foundation
import Testing

@testable import Runbooks

@Suite("Secrets in every sink")
struct SinkTests {
  /// A plan of one step with a secret.
  static func plan(_ shop: Workshop, _ script: String) -> RunbookPlan {
    var work = Work<PlannedText>(.script(PlannedText("cd \(shop.path)\n\(script)")))
    work.secrets = ["CANARY"]
    return shop.plan([PlannedStep(id: "a", title: PlannedText("A"), kind: .work(work))])
  }

  /// Everything a run has left behind and shown.
  static func sinks(_ shop: Workshop, _ terminal: TestTerminal) throws -> [String: [UInt8]] {
    var sinks = ["terminal": Array((terminal.text + terminal.output + terminal.questions.joined()).utf8)]
    for name in try FileManager.default.subpathsOfDirectory(atPath: shop.folder.path) {
      sinks[name] =
        Array(FileManager.default.contents(atPath: "\(shop.folder.path)/\(name)") ?? Data()) + Array(name.utf8)
    }
    return sinks
  }

  @Test(
    "a secret in any spelling, in output and in errors, reaches neither terminal nor file",
    arguments: RedactorTests.canaries)
  func output(canary: String) async throws {
    let spellings = try await RedactorTests.spellings(of: canary)
    let shop = try Workshop()
    let terminal = TestTerminal()
    for (index, spelling) in spellings.enumerated() {
      try Data(spelling.bytes).write(to: URL(fileURLWithPath: "\(shop.path)/spelling-\(index)"))
    }
    let script = """
      for file in spelling-*; do cat "$file"; echo; cat "$file" >&2; done
      printf %s "$CANARY" | tee got
      exit 1
      """
    let (_, result) = try await shop.run(
      [], on: terminal, options: Workshop.options(environment: ["CANARY": canary]), plan: Self.plan(shop, script))
    #expect(result == .failed)
    #expect(shop.read("got") == canary)
    for (name, bytes) in try Self.sinks(shop, terminal) {
      #expect(!RedactorTests.leaks(canary, in: bytes), "\(name)")
      for (spelling, needle) in spellings where needle.count >= 8 {
        #expect(bytes.firstRange(of: needle) == nil, "\(name): \(spelling)")
      }
    }
  }

  @Test("a secret that a person types as a reason, or an answer that is none, is not written down")
  func typed() async throws {
    let shop = try Workshop()
    let canary = "hvs.CANARY-4711"
    let terminal = TestTerminal(answers: [canary, "s", "because of \(canary)"])
    _ = try await shop.run(
      [], on: terminal, options: Workshop.options(yes: false, environment: ["CANARY": canary]),
      plan: Self.plan(shop, "true"))
    for (name, bytes) in try Self.sinks(shop, terminal) {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("CANARY-4711"), "\(name)")
    }
    #expect(terminal.text.contains("[CANARY]"))
  }

  @Test(
    "a secret is on no command line while its step runs, in no other step's environment, and no core file can be left")
  func processes() async throws {
    let shop = try Workshop()
    let canary = "hvs.CANARY-4711"
    let script = "cat /proc/[0-9]*/cmdline > lines 2>/dev/null || true; ulimit -c > core"
    var plan = Self.plan(shop, script)
    plan.steps.append(shop.step("b", "env > environment"))
    let (_, result) = try await shop.run(
      [], options: Workshop.options(environment: ["CANARY": canary]), plan: plan)
    #expect(result == .completed)
    #expect(shop.read("lines").contains("bash"))
    #expect(!shop.read("lines").contains(canary))
    #expect(shop.read("core") == "0\n")
    #expect(shop.read("environment").contains("PATH="))
    #expect(!shop.read("environment").contains(canary))
  }

  @Test("every event of the journal is without secrets, whoever has put them there")
  func events() throws {
    let canary = "hvs.CANARY-4711"
    let by = RunOperator(user: "anna", machine: "desk", pid: 1, version: "test")
    let outcome = ScriptOutcome(result: .failed, problem: "no \(canary)", milliseconds: 1, tail: "tail \(canary)")
    let closure = RunClosure(plan: "0", tool: "test")
    let drift = JournalEvent.RunResume.Drift(closure: closure, reason: canary)
    let events: [JournalEvent] = [
      .runStart(.init(runbook: "a/b", closure: closure, inputs: ["x": canary], by: by)),
      .runResume(.init(by: by, dropped: [], drift: drift)), .runEnd(.init(result: .failed, step: canary, records: 1)),
      .stepIntent(.init(step: "a[\(canary)]", command: canary, host: canary)),
      .stepCaptured(.init(step: canary, values: ["x": canary])),
      .stepOutcome(.init(step: canary, part: .action, outcome: outcome)),
      .stepAsserted(.init(step: canary, part: .require, held: false, reason: canary)),
      .stepJoined(.init(step: "a", succeeded: [canary], failed: [canary], notRun: [canary], held: false)),
      .stepSettled(.init(step: canary, part: .action, decision: .done, by: .person)),
      .stepSkipped(.init(step: canary, by: .person, reason: canary)),
      .stepBranched(.init(step: "a", choice: canary)),
      .stepJumped(.init(step: canary, next: "b", byPerson: true, reason: canary)),
      .gate(.init(step: "a", passed: true, comment: canary)),
      .approvalGiven(.init(step: "a", request: "0", by: "bert", key: "SHA256:", comment: canary)),
      .undoBegin(.init(cause: .failure, steps: [canary])), .undoEnd(.init(undone: [canary], left: [canary])),
      .note(.init(step: nil, text: canary, by: by)),
    ]
    let shop = try Workshop()
    try shop.folder.make()
    let journal = try JournalWriter(
      creating: "r", in: shop.folder, clock: .system, redactor: Redactor(["CANARY": canary]))
    for event in events { try journal.append(event) }
    let reading = try shop.folder.journal(of: "r")
    #expect(reading.records.count == events.count)
    for record in reading.records {
      #expect(!String(decoding: try record.line, as: UTF8.self).contains(canary), "\(record.event.name)")
    }
  }
}
