import ArgumentParser

/// `runs`: what was run.
struct RunsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List the runs of runbooks, show one, or verify its journal.",
    subcommands: [
      RunsListCommand.self, RunsShowCommand.self, RunsVerifyCommand.self, RunsExportCommand.self,
    ],
    defaultSubcommand: RunsListCommand.self)
}
