import ArgumentParser
import Compiler
import LabLanguage

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

  /// Compiles the lab with the runbooks of its folder; the portal, the slowest part, only where it is wanted.
  func compilation<L: Lab>(of type: L.Type, withPortal: Bool = true) throws -> Compilation {
    let values = EvaluationLimit.run { L().resolved }
    let name = String(describing: type)
    return compile(
      values, runbooks: try runbooks(for: name), withPortal: withPortal, command: "swift run \(name)")
  }

  /// The Markdown files below `runbooks/`, sorted by path.
  private func runbooks(for name: String) throws -> [RunbookFile] {
    let files = FileManager.default
    let example = "Examples/\(name)"
    let folder = lab ?? (files.fileExists(atPath: example) ? example : ".")
    let top = "\(folder)/runbooks"
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
