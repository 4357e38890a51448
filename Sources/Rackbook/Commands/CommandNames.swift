import ArgumentParser
import Diagnostics

/// Near misses of subcommands: ArgumentParser only says that an argument was unexpected.
enum CommandNames {
  /// What to say of arguments whose first word is no subcommand but near to one, or nil where nothing is.
  ///
  /// - Parameters:
  ///   - arguments: The arguments after the program's name.
  ///   - command: The command that they are for.
  /// - Returns: A line such as `there is no command 'chekc'; did you mean 'check'?`.
  static func hint(for arguments: ArraySlice<String>, of command: any ParsableCommand.Type) -> String? {
    let subcommands = command.configuration.subcommands
    guard let word = arguments.first, !word.hasPrefix("-"), !subcommands.isEmpty else { return nil }
    let names = subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if let next = subcommands.first(where: { $0.configuration.commandName == word }) {
      // A command with a default of its own takes other words as well.
      guard next.configuration.defaultSubcommand == nil else { return nil }
      return hint(for: arguments.dropFirst(), of: next)
    }
    guard !names.contains(word), let meant = NearMiss.suggestion(for: word, in: names) else { return nil }
    return "there is no command '\(word)'; \(meant)"
  }
}
