import ArgumentParser
import LabLanguage
import Runbooks

/// `undo`: what a run has done, taken back.
struct UndoCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo", abstract: "Take back what a run has done, the last step first, each verified.",
      discussion: """
        Only steps that were completed and have an undo are taken back; the others are named. \
        An undo that was left is gone on with. It is written down in the run's own journal.
        """)
  }

  @Argument(help: "The run, as 'runs' lists it.")
  var run: String

  @Option(help: "Why the run's own plan is used although the runbook, the lab or the tool has changed since.")
  var acceptDrift: String?

  @Option(help: "A folder that was built; 'build' and 'build/<lab>' are looked into without being named.")
  var fromBuild: String?

  @OptionGroup var secrets: SecretOptions
  @OptionGroup var view: TerminalOptions
  @OptionGroup var journal: JournalOptions
  @OptionGroup var lab: LabOptions

  func run() async throws {
    let source = RunbookSource<L>(fromBuild: fromBuild, lab: lab)
    var session = RunSession(in: journal.folder, built: source.buildFolder)
    session.options.takesBack = true
    session.options.secretSources = secrets.sources
    session.show(session.runbook(of: run), in: view)
    session.options.acceptedDrift = acceptDrift
    try await session.resume(run, from: source)
  }
}
