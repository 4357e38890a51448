import ArgumentParser
import Documents
import Runbooks

/// `runs list`: one line for each run, oldest first.
struct RunsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the runs, oldest first, with where each stands.",
    discussion: """
      Words are searched for in ids, runbooks, persons, inputs, reasons and remarks; all of them must be there.
      """)

  @Argument(help: "Words that must stand somewhere in a run.")
  var words: [String] = []

  @Option(help: "Only runs of this runbook, or of those whose ids begin so.")
  var runbook: String?

  @Option(help: "Only runs that ended so: completed, failed, stopped, interrupted, deviated or undone.")
  var result: RunResult?

  @Option(help: "Only runs of this mode: real or drill.")
  var mode: RunMode?

  @Flag(help: "Print JSON for programs.")
  var json = false

  @OptionGroup var journal: JournalOptions

  func run() async throws {
    let query = RunQuery(runbook: runbook, result: result, mode: mode, text: words.joined(separator: " "))
    let runs = try RunHistory(journal.folder).runs(query)
    if json { return print(JSON.print(.sequence(runs.map(Self.tree))).text, terminator: "") }
    let rows = runs.map { run in
      [run.id, run.runbook.isEmpty ? "?" : run.runbook, run.kind, run.user, run.standing]
    }
    for line in TextTable.lines(rows) { print(line) }
  }

  private static func tree(_ run: RunEntry) -> Node {
    [
      "run": .string(run.id), "runbook": .string(run.runbook), "mode": .string(run.mode.rawValue),
      "stage": run.isRehearsal ? .string(run.stage) : nil,
      "result": run.result.map { .string($0.rawValue) } ?? .null, "step": .string(run.step),
      "started": .string(run.started), "user": .string(run.user), "milliseconds": .int(run.milliseconds),
      "countsAsDrill": .bool(run.countsAsDrill), "damage": .string(run.damage),
    ]
  }
}

extension RunResult: ExpressibleByArgument {}
extension RunMode: ExpressibleByArgument {}
