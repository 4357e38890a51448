import ArgumentParser
import Compiler
import Diagnostics
import Documents
import LabLanguage
import LabModel
import Runbooks

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `drills`: which runbooks are to be rehearsed, and which are late.
struct DrillsCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "drills", abstract: "List the drills: how often, when last, when next, and which are late.",
      discussion: """
        A run counts as a drill if it was started with --drill, was completed, and its clean-up was done. Runs of other machines \
        count where 'runs export' has written them into the lab's folder. Exits with 1 where a drill is late.
        """)
  }

  @Flag(help: "Print JSON for programs.")
  var json = false

  @Flag(help: "Print the calendar that a build writes as drills.ics, with this machine's runs in it.")
  var ics = false

  @Option(help: "Whether text is coloured: auto (at a terminal, without NO_COLOR), always or never.")
  var color: ColourChoice = .auto

  @Option(help: "A folder that was built; 'build' and 'build/<lab>' are looked into without being named.")
  var fromBuild: String?

  @OptionGroup var journal: JournalOptions
  @OptionGroup var lab: LabOptions

  func run() async throws {
    let plans = try RunbookSource<L>(fromBuild: fromBuild, lab: lab).plans()
    let ledger = try lab.ledger(of: L.self).joined(with: RunLedger(RunHistory(journal.folder)))
    let schedule = DrillSchedule(plans, ledger: ledger)
    if ics { return print(DrillCalendar.text(schedule, lab: try lab.instance(of: L.self).name), terminator: "") }
    let today = (lab.today ?? .today).description
    if json {
      print(JSON.print(.sequence(schedule.standings.map { tree($0, today) })).text, terminator: "")
    } else {
      for line in lines(schedule, today) { print(line) }
    }
    if !schedule.overdue(on: today).isEmpty { throw ExitCode(1) }
  }

  private func lines(_ schedule: DrillSchedule, _ today: String) -> [String] {
    guard !schedule.standings.isEmpty else { return ["no runbook has a drill: in its front matter"] }
    let style = color.style(of: STDOUT_FILENO)
    let rows = schedule.standings.map { standing in
      [
        standing.runbook, standing.interval.rawValue, standing.last ?? "never", standing.next ?? "now",
        Self.words(standing, today),
      ]
    }
    let head = ["RUNBOOK", "EVERY", "LAST", "DUE BY", "STATE"]
    let lines = TextTable.lines(rows, head: head)
    return [lines[0]]
      + zip(schedule.standings, lines.dropFirst()).map { standing, line in
        standing.isOverdue(on: today) && style.usesColour ? "\u{1B}[31m\(line)\u{1B}[0m" : line
      }
  }

  private static func words(_ standing: DrillStanding, _ today: String) -> String {
    let missed = standing.missed(before: today)
    let state = standing.isOverdue(on: today) ? "overdue" : "in time"
    guard let last = missed.last else { return state }
    return "\(state), \(missed.count) missed, the last on \(last)"
  }

  private func tree(_ standing: DrillStanding, _ today: String) -> Node {
    [
      "runbook": .string(standing.runbook), "title": .string(standing.title),
      "every": .string(standing.interval.rawValue), "drills": .strings(standing.drills),
      "last": standing.last.map(Node.string) ?? .null, "dueBy": standing.next.map(Node.string) ?? .null,
      "overdue": .bool(standing.isOverdue(on: today)), "missed": .strings(standing.missed(before: today)),
    ]
  }
}
