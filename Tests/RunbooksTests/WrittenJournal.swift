import Foundation
import Hashing

@testable import Runbooks

/// A journal made of events at chosen seconds, for tests of what is read out of one.
struct WrittenJournal {
  /// The journal's file.
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private var head = JournalRecord.noPrevious
  static let operatorOfTests = RunOperator(user: "anna", machine: "desk", pid: 4711, version: "1.0")

  /// Begins a run of a plan at 12:00 on a day.
  init(_ plan: RunbookPlan, mode: RunMode = .real, inputs: [String: String] = [:], on day: String = "2026-11-23") throws
  {
    self.day = day
    try add(
      0,
      .runStart(
        .init(
          runbook: plan.id, closure: RunClosure(plan: plan.hash, lab: "lab-1", tool: "1.0"), mode: mode, inputs: inputs,
          by: Self.operatorOfTests)))
  }

  private let day: String

  /// Adds an event so many seconds after noon.
  mutating func add(_ second: Int, _ event: JournalEvent) throws {
    let clock = String(format: "%02d:%02d:%02d", 12 + second / 3600, second / 60 % 60, second % 60)
    let record = JournalRecord(
      number: count + 1, time: "\(day)T\(clock).000Z", previous: head, event: event)
    let line = try record.line
    bytes += line + [UInt8(ascii: "\n")]
    count += 1
    head = SHA256.hex(of: line)
  }

  /// A process of a step that is started and ends.
  mutating func process(
    _ second: Int, _ step: String, _ part: StepPart = .action, _ result: ScriptOutcome.Result = .succeeded,
    attempt: Int = 1, milliseconds: Int = 1_000, host: String? = nil, tail: String = "", waited: Int? = nil
  ) throws {
    try add(
      second,
      .stepIntent(
        .init(
          step: step, part: part, attempt: attempt, command: "do \(step)", host: host, waitedMilliseconds: waited)))
    let code: Int32 = result == .succeeded ? 0 : 2
    try add(
      second + milliseconds / 1_000,
      .stepOutcome(
        .init(
          step: step, part: part,
          outcome: ScriptOutcome(result: result, exitCode: code, milliseconds: milliseconds, tail: tail))))
  }

  /// The end of the run.
  mutating func end(_ second: Int, _ result: RunResult, at step: String? = nil) throws {
    try add(second, .runEnd(.init(result: result, step: step, records: count + 1)))
  }

  /// What an index would say of it.
  var anchor: RunIndex.Anchor { .init(records: count, head: head) }

  var reading: JournalReading { JournalReading(bytes) }

  /// Puts journal and plan into a folder.
  func store(_ id: String, _ plan: RunbookPlan, in folder: RunFolder) throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.journalPath(id)))
    try Data(plan.bytes).write(to: URL(fileURLWithPath: folder.planPath(id)))
  }
}
