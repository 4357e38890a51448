import ArgumentParser

/// The tool that makes labs; a lab's own program does everything else.
@main struct RackbookTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rackbook", abstract: "Start a lab, or make one out of what exists already.",
    subcommands: [NewCommand.self, ImportCommand.self, ExplainImportCommand.self])
}
