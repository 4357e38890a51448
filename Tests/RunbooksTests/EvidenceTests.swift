import Foundation
import Testing

@testable import Runbooks

@Suite("Evidence of a run")
struct EvidenceTests {
  /// A plan with a promise of an hour, and ten minutes of lost data.
  static func plan(_ steps: [PlannedStep] = ["a", "b"].map(step)) -> RunbookPlan {
    var plan = RunbookPlan(id: "shop/restore", title: "Restore", source: "runbooks/restore.md", steps: steps)
    plan.promised = RecoveryPromise(timeMilliseconds: 3_600_000, pointMilliseconds: 600_000)
    return plan
  }

  static func step(_ id: String) -> PlannedStep {
    PlannedStep(id: id, title: PlannedText("Step \(id)"), kind: .work(Work(.script(PlannedText("true")))))
  }

  /// A run with everything in it: a retry, captures, a skip, an approval, an undo, and looks at the steady state.
  static func rich() throws -> (journal: WrittenJournal, plan: RunbookPlan) {
    let plan = plan(["a", "b", "ok", "c"].map(step))
    var journal = try WrittenJournal(plan, mode: .drill, inputs: ["failure-time": "2026-11-23T11:58:00Z"])
    try journal.add(1, .steady(.init(moment: .before, held: false, deviations: ["api"])))
    try journal.process(2, "a", .action, .failed, host: "db1", tail: "no such file", waited: 2_000)
    try journal.process(10, "a", .action, .succeeded, attempt: 2, host: "db1")
    try journal.add(12, .stepCaptured(.init(step: "a", values: ["recovery-point": "2026-11-23T11:50:00Z"])))
    try journal.add(
      13, .stepSkipped(.init(step: "b", by: .person, reason: "done <yesterday> | by hand", waitedMilliseconds: 3_000)))
    try journal.add(14, .approvalGiven(.init(step: "ok", request: "r1", by: "bob", key: "SHA256:k", comment: "fine")))
    try journal.add(15, .gate(.init(step: "ok", passed: true, waitedMilliseconds: 5_000)))
    try journal.add(30, .steady(.init(moment: .during, held: true, deviations: [])))
    try journal.add(40, .steady(.init(moment: .during, held: false, deviations: ["api"])))
    try journal.add(60, .steady(.init(moment: .after, held: true, deviations: [])))
    try journal.add(70, .steady(.init(moment: .after, held: true, deviations: [])))
    try journal.end(80, .completed)
    return (journal, plan)
  }

  static func account(_ journal: WrittenJournal, _ plan: RunbookPlan) throws -> RunAccount {
    try RunAccount("run-1", journal.reading, plan: plan, anchor: journal.anchor)
  }

  @Test("the same journal gives the same bytes", arguments: EvidenceFormat.allCases)
  func sameBytes(format: EvidenceFormat) throws {
    let (journal, plan) = try Self.rich()
    let first = format.text(try Self.account(journal, plan))
    let again = format.text(try Self.account(journal, RunbookPlan(bytes: plan.bytes)))
    #expect(first == again)
    for word in ["anna", "SHA256:k", plan.hash, journal.reading.head, "recovery-point", "drill"] {
      #expect(first.contains(word) || first.contains(word.replacingOccurrences(of: "-", with: "\\-")), "\(word)")
    }
  }

  @Test("recovery ends when the steady state holds again for good, and human time is apart")
  func recovery() throws {
    let (journal, plan) = try Self.rich()
    let account = try Self.account(journal, plan)
    #expect(account.recovery.time == 60_000)
    #expect(account.recovery.keepsTime == true)
    #expect(account.recovery.point == 480_000)
    #expect(account.recovery.keepsPoint == true)
    #expect(account.times.total == 80_000)
    #expect(account.times.human == 10_000)
    #expect(account.times.machine == 70_000)
  }

  @Test("a steady state that does not hold at the end is no recovery")
  func noRecovery() throws {
    var journal = try WrittenJournal(Self.plan())
    try journal.add(5, .steady(.init(moment: .during, held: true, deviations: [])))
    try journal.add(9, .steady(.init(moment: .after, held: false, deviations: ["api"])))
    try journal.end(10, .deviated)
    let recovery = try Self.account(journal, Self.plan()).recovery
    #expect(recovery.time == nil)
    #expect(recovery.keepsTime == nil)
  }

  @Test("without a steady state, a completed run is recovered at its end, and a failed one is not")
  func withoutSteadyState() throws {
    for (result, time) in [(RunResult.completed, Optional(90_000)), (.failed, nil)] {
      var journal = try WrittenJournal(Self.plan())
      try journal.end(90, result)
      #expect(try Self.account(journal, Self.plan()).recovery.time == time)
    }
  }

  @Test("the time between an end and a resume is nobody's")
  func laidAside() throws {
    var journal = try WrittenJournal(Self.plan())
    try journal.end(10, .stopped, at: "a")
    try journal.add(1_000, .runResume(.init(by: WrittenJournal.operatorOfTests, dropped: [])))
    try journal.end(1_005, .completed)
    let times = try Self.account(journal, Self.plan()).times
    #expect(times.laidAside == 990_000)
    #expect(times.machine == 15_000)
  }

  @Test("each step has its outcome, attempts, durations, captures, skip and approval")
  func steps() throws {
    let (journal, plan) = try Self.rich()
    let steps = try Self.account(journal, plan).steps
    #expect(steps.map(\.key) == ["a", "b", "ok", "c"])
    #expect(steps.map(\.outcome) == ["done", "skipped: done <yesterday> | by hand", "done", "not begun"])
    #expect(steps[0].attempts == 2)
    #expect(steps[0].milliseconds == 2_000)
    #expect(steps[0].hosts == ["db1"])
    #expect(steps[0].captures.map(\.value) == ["2026-11-23T11:50:00Z"])
    #expect(steps[2].approvals.map(\.key) == ["SHA256:k"])
  }

  @Test("items of a loop stand behind their step")
  func loops() throws {
    var journal = try WrittenJournal(Self.plan())
    try journal.process(1, "a[km02]")
    try journal.process(3, "a[km01]")
    try journal.process(5, "b")
    let steps = try Self.account(journal, Self.plan()).steps
    #expect(steps.map(\.key) == ["a", "a[km02]", "a[km01]", "b"])
    #expect(steps[1].title == "Step a")
  }

  @Test("what people and programs wrote cannot become markup")
  func hostile() throws {
    let (journal, plan) = try Self.rich()
    var hostile = journal
    let attack = "</pre><script>alert(1)</script>\n```\n| x |\u{1B}[2J"
    try hostile.process(81, "c", .action, .failed, tail: attack)
    let account = try Self.account(hostile, plan)
    let html = EvidenceFormat.html.text(account)
    #expect(!html.contains("<script"))
    #expect(!html.contains("\u{1B}"))
    #expect(html.contains("done &lt;yesterday&gt; | by hand"))
    let markdown = EvidenceFormat.markdown.text(account)
    #expect(!markdown.contains("\u{1B}"))
    #expect(markdown.contains("\n````text\n</pre>"))
    #expect(markdown.contains("done &#60;yesterday&#62; \\| by hand"))
  }

  @Test("JSON is what another parser reads, and says what was measured")
  func json() throws {
    let (journal, plan) = try Self.rich()
    let text = EvidenceFormat.json.text(try Self.account(journal, plan))
    let tree = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let recovery = try #require(tree["recovery"] as? [String: Any])
    #expect(recovery["time"] as? Int == 60_000)
    #expect(recovery["promisedPoint"] as? Int == 600_000)
    #expect((tree["steps"] as? [[String: Any]])?.count == 4)
  }

  @Test("a cut journal is said to be sound, and to be cut")
  func cut() throws {
    let (journal, plan) = try Self.rich()
    let ends = journal.bytes.indices.filter { journal.bytes[$0] == UInt8(ascii: "\n") }
    let reading = JournalReading(Array(journal.bytes[...ends[4]]))
    let account = try RunAccount("run-1", reading, plan: plan, anchor: journal.anchor)
    #expect(account.seal.integrity == "sound")
    #expect(account.seal.completeness == "cut: it had \(journal.count) lines")
    #expect(account.result == "has no end")
  }

  @Test("a run of the engine gives evidence whose plan is the one that was run")
  func realRun() async throws {
    let shop = try Workshop()
    let (id, _) = try await shop.run([shop.step("a", "echo hello", check: "true"), shop.step("b", "echo two")])
    let account = try shop.folder.account(of: id)
    #expect(account.result == "completed")
    #expect(account.steps.map(\.outcome) == ["done", "done"])
    #expect(account.steps[0].processes.map(\.part) == [.action, .check])
    #expect(account.steps[0].processes.first?.outcome?.tail == "hello\n")
    #expect(EvidenceFormat.markdown.text(account) == EvidenceFormat.markdown.text(try shop.folder.account(of: id)))
  }
}
