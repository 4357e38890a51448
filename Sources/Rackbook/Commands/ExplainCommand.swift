import ArgumentParser
import Compiler
import Diagnostics
import LabLanguage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `explain`: the page on one diagnostic.
struct ExplainCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "explain", abstract: "Tell what a diagnostic's code means and what to do.")
  }

  @Argument(help: "The code, such as RB0101; without one, all codes are listed.")
  var code: String?

  /// How a page is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, narrated
  }

  @Option(help: "How the page is printed: text, or narrated for reading aloud, which leaves examples out.")
  var format: Format = .text

  @Option(help: "Whether text is coloured: auto (at a terminal, without NO_COLOR), always or never.")
  var color: ColourChoice = .auto

  func run() async throws {
    // Codes that ship are explained without the lab, which may not come to an end.
    let ships = code.map { code in Compiler.rules.contains { $0.code == code.uppercased() } } ?? false
    let rules = ships ? Compiler.rules : Compiler.rules(of: EvaluationLimit.run { L().resolved })
    guard let code else {
      for rule in rules { print("\(rule.code)  \(rule.severity.rawValue)  \(rule.title)") }
      return
    }
    guard let rule = rules.first(where: { $0.code == code.uppercased() }) else {
      let suggestion = NearMiss.suggestion(for: code.uppercased(), in: rules.map(\.code))
      throw ValidationError("there is no code \(code)" + (suggestion.map { "; \($0)" } ?? ""))
    }
    let report = RuleReport(rule, section: DiagnosticPages.sections[rule.code])
    print(format == .narrated ? report.narrated : report.text(color.style(of: STDOUT_FILENO)), terminator: "")
  }
}
