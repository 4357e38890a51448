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
    return compile(
      values, runbooks: try runbooks(for: name), files: files(of: values, for: name), today: today ?? .today,
      withPortal: withPortal,
      command: "swift run \(name)")
  }

  private func folder(for name: String) -> String {
    let example = "Examples/\(name)"
    return lab ?? (FileManager.default.fileExists(atPath: example) ? example : ".")
  }

  /// What the lab's files of one's own take from its folder; what is not there the compiler reports.
  private func files(of values: ResolvedLab, for name: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for file in values.all(ExtraFile.self) {
      guard case .file(let path) = file.content else { continue }
      files[path] = FileManager.default.contents(atPath: "\(folder(for: name))/\(path)").map(Array.init)
    }
    return files
  }

  /// The Markdown files below `runbooks/`, sorted by path.
  private func runbooks(for name: String) throws -> [RunbookFile] {
    let files = FileManager.default
    let top = "\(folder(for: name))/runbooks"
    guard files.fileExists(atPath: top) else { return [] }
    return try files.subpathsOfDirectory(atPath: top)
      .filter { $0.hasSuffix(".md") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { path in
        guard let data = files.contents(atPath: "\(top)/\(path)") else {
          throw ValidationError("\(top)/\(path) cannot be read")
        }
        return RunbookFile("runbooks/\(path)", Array(data))
      }
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Takes a day as ISO 8601 writes it.
  public init?(argument: String) { self.init(argument) }
}
