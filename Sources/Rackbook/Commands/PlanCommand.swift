import ArgumentParser
import Compiler
import LabLanguage

/// `plan`: what `build` would change.
struct PlanCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan", abstract: "Say what build would change, what follows from it, and how much is at stake.",
      discussion: """
        The lab is compared with the build folder as it stands; no live system is asked, and nothing is written. \
        The portal is not compared: it follows from the rest.
        """)
  }

  @Option(name: .shortAndLong, help: "The folder that build writes; build, or build/<environment>.")
  var output: String?

  @OptionGroup var lab: LabOptions
  @OptionGroup var report: PlanOptions

  func run() async throws {
    try report.telling {
      let (built, next) = try lab.states(of: L.self, output: output)
      return Plan(from: built, to: next)
    }
  }
}
