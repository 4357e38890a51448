import ArgumentParser
import Runbooks

/// `runs list`: one line for each run, oldest first.
struct RunsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the runs, oldest first, with where each stands.")

  @OptionGroup var journal: JournalOptions

  func run() async throws {
    for id in try journal.folder.runs() {
      let summary = RunSummary(id, try journal.folder.journal(of: id))
      print("\(id)  \(summary.runbook ?? "?")  \(summary.by?.user ?? "?")  \(summary.standing)")
    }
  }
}
