import ArgumentParser
import Runbooks

/// `runs verify`: whether a journal is as it was written, and whole.
struct RunsVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Verify that a run's journal and plan are as they were written.",
    discussion: """
      Exits with 1 where something was changed or cut off, with 3 where nothing was but the run has no end. The \
      journal is tamper-evident: who rewrites it and the index beside it is found out only by a head noted elsewhere.
      """)

  @Argument(help: "The run, as 'runs' lists it.")
  var id: String

  @OptionGroup var journal: JournalOptions

  func run() async throws {
    let folder = journal.folder
    let reading = try folder.journal(of: id)
    let verdict = JournalVerdict(reading, anchor: try folder.index.anchor(of: id))
    print("\(reading.records.count) sound lines, head \(reading.head)")
    try judge(verdict.integrity)
    guard let start = RunState(reading.records).start else {
      print("Integrity: damaged, the journal does not begin with the start of a run")
      throw ExitCode(1)
    }
    _ = try folder.plan(of: id, hash: start.closure.plan)
    print("Integrity: sound; every line is as it was written, and the plan is the one the run was started with")
    try judge(verdict.completeness, reading)
  }

  private func judge(_ integrity: JournalVerdict.Integrity) throws {
    switch integrity {
    case .sound: return
    case .damaged(let damage): print("Integrity: damaged, \(damage)")
    case .rewritten(let line): print("Integrity: rewritten, line \(line) is not the one that was anchored")
    }
    throw ExitCode(1)
  }

  private func judge(_ completeness: JournalVerdict.Completeness, _ reading: JournalReading) throws {
    switch completeness {
    case .complete: print("Completeness: complete, \(RunSummary(id, reading).standing)")
    case .unanchored:
      print(
        "Completeness: has its end, but the folder's index does not know this run: \(RunSummary(id, reading).standing)")
    case .open:
      print("Completeness: not complete, the run goes on or was killed")
      throw ExitCode(3)
    case .cut(let anchored):
      print("Completeness: cut, the index knows of \(anchored) lines")
      throw ExitCode(1)
    }
  }
}
