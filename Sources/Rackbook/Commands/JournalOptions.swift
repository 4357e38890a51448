import ArgumentParser
import Runbooks

/// Where the journals of runs are.
struct JournalOptions: ParsableArguments {
  @Option(name: .customLong("journal"), help: "The folder of the journals.")
  var path = RunFolder.standard

  /// The folder.
  var folder: RunFolder { RunFolder(path) }
}
