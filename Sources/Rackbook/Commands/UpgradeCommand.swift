import ArgumentParser
import Compiler
import LabLanguage

/// `upgrade`: what another version of Rackbook changes by itself.
struct UpgradeCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "upgrade", abstract: "Say what this version of Rackbook alone changes in what was built.",
      discussion: """
        A build remembers its version of Rackbook and a digest of the lab's values. Where the values are the same, \
        every difference is Rackbook's. Where both changed, things that have nothing to do with a changed value are \
        told for certain, and the others are counted: build the lab as it was with the new Rackbook first, then change it.
        """)
  }

  @Option(name: .shortAndLong, help: "The folder that was built; build, or build/<environment>.")
  var output: String?

  @OptionGroup var lab: LabOptions
  @OptionGroup var report: PlanOptions

  func run() async throws {
    try report.telling {
      let (built, next) = try lab.states(of: L.self, output: output)
      return Plan(upgrading: built, to: next)
    }
  }
}
