import ArgumentParser
import Runbooks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `evidence`: what a run proves, for an auditor or a post-mortem.
struct EvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Write what a run proves: who, when, hashes, outcomes, approvals, RTO and RPO.",
    discussion: "Made of the journal, its anchor and the plan alone: the same bytes on every machine and on every day.")

  @Argument(help: "The run, as 'runs' lists it.")
  var id: String

  @Option(help: "What is written: markdown, html or json.")
  var format: EvidenceFormat = .markdown

  @Option(name: .shortAndLong, help: "The file that is written; standard output without it.")
  var output: String?

  @OptionGroup var journal: JournalOptions

  func run() async throws {
    let text = format.text(try journal.folder.account(of: id))
    guard let output else { return print(text, terminator: "") }
    try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    print("\(output): evidence of \(id)")
  }
}

extension EvidenceFormat: ExpressibleByArgument {}
