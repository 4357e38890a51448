import ArgumentParser
import Runbooks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `runs export`: what past runs tell of each runbook, for the lab's folder.
struct RunsExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write what past runs tell of each runbook into the lab's folder.",
    discussion: """
      The file, runbooks/runs.json, holds days, durations and steps, and no names of persons. 'build' shows it in the portal \
      and in drills.ics. What it says already of runs on other machines stays.
      """)

  @Option(help: "The lab's folder, where its runbooks/ stands.")
  var lab = "."

  @OptionGroup var journal: JournalOptions

  func run() async throws {
    let path = "\(lab)/\(RunLedger.path)"
    let known = try FileManager.default.contents(atPath: path).map { try RunLedger(bytes: Array($0), of: path) }
    let found = RunLedger(try RunHistory(journal.folder))
    let ledger = known?.joined(with: found) ?? found
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(ledger.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    print("\(path): \(ledger.runbooks.count) runbooks")
  }
}
