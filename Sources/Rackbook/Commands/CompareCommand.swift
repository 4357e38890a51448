import ArgumentParser
import Compiler
import LabLanguage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `compare`: how two environments, or two builds, differ.
struct CompareCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare", abstract: "Say how two environments of the lab differ, or two folders that were built.",
      discussion: """
        Each side is the name of an environment, which is compiled as it is now, or a folder that was built. Things are \
        the same where kind and name are.
        """)
  }

  @Argument(help: "An environment or a build folder.")
  var left: String

  @Argument(help: "An environment or a build folder.")
  var right: String

  @OptionGroup var lab: LabOptions
  @OptionGroup var report: PlanOptions

  func run() async throws {
    try report.telling { Plan(comparing: try side(left), with: try side(right)) }
  }

  private func side(_ name: String) throws -> BuildState {
    guard L.environmentNames.contains(name) else {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder else {
        throw PlanFailure.noEnvironment(name, among: L.environmentNames)
      }
      return try BuildState(comparing: BuildFolder(name))
    }
    var options = lab
    options.environment.name = name
    let compilation = try options.compilation(of: L.self, withPortal: false)
    guard compilation.isAccepted else { throw PlanFailure(compilation.diagnostics) }
    return BuildState(of: compilation, title: name)
  }
}
