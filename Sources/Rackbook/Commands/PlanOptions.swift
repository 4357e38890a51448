import ArgumentParser
import Compiler
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a plan is printed.
enum PlanFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
}

/// The options that every command has that tells differences.
struct PlanOptions: ParsableArguments {
  @Option(help: "How differences are printed: text, json, or markdown for a comment on a pull request.")
  var format: PlanFormat = .text

  @Option(help: "Whether text is coloured: auto (at a terminal, without NO_COLOR), always or never.")
  var color: ColourChoice = .auto

  @Flag(name: .customLong("diff"), help: "Show the lines that differ, too.")
  var showsLines = false

  @Flag(help: "End with 0 where nothing changes, 2 where something does, 1 after an error.")
  var detailedExitcode = false

  /// Prints what a comparison gives: the plan to standard output, and why there is none to standard error.
  func telling(_ compare: () throws -> Plan) throws {
    let plan: Plan
    do {
      plan = try compare()
    } catch let failure as PlanFailure {
      ReportOptions.tell(failure.diagnostics)
      throw ExitCode.failure
    }
    print(text(plan), terminator: "")
    if detailedExitcode, !plan.isEmpty { throw ExitCode(2) }
  }

  private func text(_ plan: Plan) -> String {
    switch format {
    case .text:
      return PlanText(usesColour: color.style(of: STDOUT_FILENO).usesColour, showsLines: showsLines).text(plan)
    case .json: return PlanJSON.text(plan, showsLines: showsLines)
    case .markdown: return PlanMarkdown(showsLines: showsLines).text(plan)
    }
  }
}
