import ArgumentParser
import Runbooks

/// `runs show`: what happened in one run.
struct RunsShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what happened in a run, with the last output of each step.")

  @Argument(help: "The run, as 'runs' lists it.")
  var id: String

  @OptionGroup var journal: JournalOptions

  func run() async throws {
    let reading = try journal.folder.journal(of: id)
    for record in reading.records {
      print("\(record.time)  \(record.event)")
      for line in record.event.output.split(separator: "\n") { print("    \(line)") }
    }
    if let damage = reading.damage { print("From here on the journal is damaged: \(damage)") }
  }
}
