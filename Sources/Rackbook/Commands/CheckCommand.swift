import ArgumentParser
import Compiler
import LabLanguage

/// `check`: every diagnostic, nothing written.
struct CheckCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: "Say everything there is to say about the lab; write nothing.")
  }

  @OptionGroup var lab: LabOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let compilation = try lab.compilation(of: L.self)
    try report.report(compilation.diagnostics)
    guard compilation.isAccepted else { throw ExitCode.failure }
  }
}
