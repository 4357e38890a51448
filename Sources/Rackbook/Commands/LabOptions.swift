import ArgumentParser
import Compiler
import Diagnostics
import LabLanguage
import LabModel
import Runbooks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a lab's folder is, which of its environments is meant, and what compiling it takes from there.
struct LabOptions: ParsableArguments {
  @Option(
    help: "The lab's folder, where its runbooks/ stands; Examples/<lab> where there is one, else the current folder.")
  var lab: String?

  @OptionGroup var environment: EnvironmentOption

  @Option(help: "The day on which waivers must be in force, as in 2027-03-01; the present one in UTC without it.")
  var today: CalendarDate?

  /// The lab for the environment that was asked for.
  ///
  /// - Throws: ``PlanFailure`` where the lab has no such environment.
  func instance<L: Lab>(of type: L.Type) throws(PlanFailure) -> L { try environment.instance(of: type) }

  /// Where the lab is built unless said otherwise: `build`, or `build/<environment>` for a lab that has several.
  func buildFolder<L: Lab>(of type: L.Type) throws(PlanFailure) -> String {
    try instance(of: type).environmentName.map { "build/\($0)" } ?? "build"
  }

  /// Compiles the lab with the runbooks of its folder; the portal, the slowest part, only where it is wanted.
  func compilation<L: Lab>(of type: L.Type, withPortal: Bool = true) throws -> Compilation {
    let lab = try instance(of: type)
    let values = EvaluationLimit.run { lab.resolved }
    let name = String(describing: type)
    let folder = folder(for: name)
    return compile(
      values, runbooks: try folder.runbooks, ledger: try folder.ledger, files: folder.files(of: values),
      today: today ?? .today,
      withPortal: withPortal,
      command: "swift run \(name)")
  }

  /// What past runs tell of the runbooks, as the lab's folder has it.
  func ledger<L: Lab>(of type: L.Type) throws -> RunLedger { try folder(for: String(describing: type)).ledger }

  /// The build folder as it stands, and as a build would leave it.
  ///
  /// - Throws: ``PlanFailure`` where the lab is not accepted or the folder cannot be read.
  func states<L: Lab>(of type: L.Type, output: String?) throws -> (built: BuildState, next: BuildState) {
    let compilation = try compilation(of: type, withPortal: false)
    guard compilation.isAccepted else { throw PlanFailure(compilation.diagnostics) }
    let folder = BuildFolder(try output ?? buildFolder(of: type))
    return (try BuildState(of: folder), BuildState(of: compilation))
  }

  /// What decides what compiling the lab gives, as far as it can be told without doing so.
  func inputs<L: Lab>(of type: L.Type) -> BuildInputs {
    BuildInputs(folder(for: String(describing: type)), on: today ?? .today)
  }

  private func folder(for name: String) -> LabFolder {
    let example = "Examples/\(name)"
    return LabFolder(lab ?? (FileManager.default.fileExists(atPath: example) ? example : "."))
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Takes a day as ISO 8601 writes it.
  public init?(argument: String) { self.init(argument) }
}
