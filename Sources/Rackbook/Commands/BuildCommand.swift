import ArgumentParser
import Compiler
import LabLanguage

/// `build`: check, then files and portal.
struct BuildCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "build", abstract: "Check the lab, then write its files, its portal and its runbooks.")
  }

  @Option(name: .shortAndLong, help: "The folder that is written; build, or build/<environment>.")
  var output: String?

  @Flag(help: "Replace files that were edited by hand.")
  var discardEdits = false

  @Flag(help: "Compile the lab even where nothing that a build reads has changed: for labs that read files or clocks.")
  var rebuild = false

  @OptionGroup var lab: LabOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let folder = BuildFolder(try output ?? lab.buildFolder(of: L.self))
    let inputs = lab.inputs(of: L.self)
    if !rebuild, let last = folder.unchanged(since: inputs) {
      try report.report(last.diagnostics)
      say(.unchanged(files: last.files), folder, hatches: last.hatches)
      return
    }
    let compilation = try lab.compilation(of: L.self)
    guard compilation.isAccepted else {
      try report.report(compilation.diagnostics)
      throw ExitCode.failure
    }
    do {
      let outcome = try folder.write(compilation.files, lab: compilation.lab.name, discardingEdits: discardEdits)
      try report.report(compilation.diagnostics)
      say(outcome, folder, hatches: compilation.hatches.isEmpty ? "" : "\(compilation.hatches)")
      folder.remember(inputs, compilation, files: outcome.files)
    } catch let failure as WriteFailure {
      try report.report(compilation.diagnostics + failure.diagnostics)
      throw ExitCode.failure
    }
  }

  private func say(_ outcome: BuildFolder.Outcome, _ folder: BuildFolder, hatches: String) {
    print(sentence(outcome, folder.path))
    if !hatches.isEmpty { print("by hand: \(hatches)") }
  }

  private func sentence(_ outcome: BuildFolder.Outcome, _ folder: String) -> String {
    switch outcome {
    case .unchanged(let files): "\(folder): all \(files) files are as they should be"
    case .written(let new, let changed, let removed, let files):
      "\(folder): \(files) files, of them \(new) new, \(changed) changed; \(removed) removed"
    }
  }
}
