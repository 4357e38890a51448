import ArgumentParser
import Compiler
import Diagnostics
import LabLanguage

/// `check`: every diagnostic, nothing written.
struct CheckCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: "Say everything there is to say about the lab; write nothing.")
  }

  @Flag(help: "Change the lab's sources where a diagnostic offers one fix and the text it names is there once.")
  var fix = false

  @OptionGroup var lab: LabOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let compilation = try lab.compilation(of: L.self)
    try report.report(compilation.diagnostics)
    if fix { try applyFixes(compilation.diagnostics) }
    guard compilation.isAccepted else { throw ExitCode.failure }
  }

  private func applyFixes(_ diagnostics: [Diagnostic]) throws {
    do {
      let done = try SourceFixes(sources: SourceFiles.here).apply(diagnostics)
      FileDescriptorStream.standardError.write(done.map { $0 + "\n" }.joined())
    } catch let failure as WriteFailure {
      try report.report(failure.diagnostics)
      throw ExitCode.failure
    }
  }
}
