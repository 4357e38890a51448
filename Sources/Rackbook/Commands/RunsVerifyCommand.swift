import ArgumentParser
import Runbooks

/// `runs verify`: whether a journal is as it was written, and whole.
struct RunsVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Verify that a run's journal and plan are as they were written.",
    discussion: "Exits with 1 where something was changed, with 3 where nothing was but the run has no end.")

  @Argument(help: "The run, as 'runs' lists it.")
  var id: String

  @OptionGroup var journal: JournalOptions

  func run() async throws {
    let reading = try journal.folder.journal(of: id)
    print("\(reading.records.count) sound lines, head \(reading.head)")
    if let damage = reading.damage {
      print("Damaged: \(damage)")
      throw ExitCode(1)
    }
    guard let start = RunState(reading.records).start else {
      print("Damaged: the journal does not begin with the start of a run")
      throw ExitCode(1)
    }
    _ = try journal.folder.plan(of: id, hash: start.closure.plan)
    print("The plan is the one the run was started with")
    guard reading.isComplete else {
      print("Not complete: the run goes on, was killed, or the journal's end was cut off")
      throw ExitCode(3)
    }
    print("Complete: \(RunSummary(id, reading).standing)")
  }
}
