import ArgumentParser
import Compiler
import LabLanguage
import LabModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a lab's folder is, and what compiling it takes from there.
struct LabOptions: ParsableArguments {
  @Option(
    help: "The lab's folder, where its runbooks/ stands; Examples/<lab> where there is one, else the current folder.")
  var lab: String?

  @Option(help: "The day on which waivers must be in force, as in 2027-03-01; the present one in UTC without it.")
  var today: CalendarDate?

  /// Compiles the lab with the runbooks of its folder; the portal, the slowest part, only where it is wanted.
  func compilation<L: Lab>(of type: L.Type, withPortal: Bool = true) throws -> Compilation {
    let values = EvaluationLimit.run { L().resolved }
    let name = String(describing: type)
    let folder = folder(for: name)
    return compile(
      values, runbooks: try folder.runbooks, files: folder.files(of: values), today: today ?? .today,
      withPortal: withPortal,
      command: "swift run \(name)")
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
