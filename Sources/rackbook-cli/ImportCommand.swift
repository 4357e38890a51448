import ArgumentParser
import Diagnostics
import Documents
import Import
import Rackbook

/// `import`: existing files as Swift of a lab, with an account of every key.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a lab out of files that exist already, and say what became of every key.",
    discussion: """
      rackbook import kubernetes apps/
      rackbook import ansible inventory/hosts.yml kubernetes apps/ --output my-lab
      rackbook import ansible:hosts.ini kubernetes:apps

      Several sources give one lab; what they state differently is reported with both places. Nothing is overwritten.
      """)

  @Argument(
    help: "What to import: \(ImportKind.allCases.map(\.rawValue).joined(separator: ", ")), each followed by paths.")
  var sources: [String]

  @Option(name: .shortAndLong, help: "The folder of the lab, new or with a Package.swift.")
  var output = "imported-lab"

  @Option(help: "The Swift name of a cluster that the lab has already; workloads go into it.")
  var into: String?

  @Option(help: "The Swift name of a storage class that the lab has already; volumes are taken from it.")
  var storage: String?

  @Option(help: "The Swift name of a machine that the lab has already; containers run on it.")
  var on: String?

  @Flag(help: "Write nothing; only report.")
  var dryRun = false

  @OptionGroup var dependency: DependencyOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    for name in [into, storage, on].compactMap({ $0 }) {
      guard name.first?.isLetter == true, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") })
      else { throw ValidationError("'\(name)' is no name of a Swift value") }
    }
  }

  func run() throws {
    guard let sources = ImportSource.sources(sources), !sources.isEmpty else {
      let kinds = ImportKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("say what to import, then its files: one of \(kinds)")
    }
    let lab = ImportedLab(of: sources, options: ImportOptions(cluster: into, storage: storage, machine: on))
    guard !lab.diagnostics.contains(where: { $0.severity == .error }) else {
      try show(lab, written: [], with: lab.diagnostics)
      throw ExitCode.failure
    }
    do {
      try write(lab, from: sources)
    } catch let failure as ImportFailure {
      try show(lab, written: [], with: lab.diagnostics + failure.diagnostics)
      throw ExitCode.failure
    }
  }
}
