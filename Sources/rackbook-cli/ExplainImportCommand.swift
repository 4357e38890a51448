import ArgumentParser
import Diagnostics
import Import

/// `explain`: the page on one diagnostic of an import; a lab's own program explains all others.
struct ExplainImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell what a code of an import means and what to do.")

  @Argument(help: "The code, such as RB1220; without one, all codes of imports are listed.")
  var code: String?

  func run() throws {
    guard let code else {
      for rule in ImportRules.all { print("\(rule.code)  \(rule.severity.rawValue)  \(rule.title)") }
      return
    }
    guard let rule = ImportRules.all.first(where: { $0.code == code.uppercased() }) else {
      let suggestion = NearMiss.suggestion(for: code.uppercased(), in: ImportRules.all.map(\.code))
      throw ValidationError("there is no code \(code) of imports" + (suggestion.map { "; \($0)" } ?? ""))
    }
    print("\(rule.code) (\(rule.severity.rawValue)): \(rule.title)\n\nWhy: \(rule.why)\n\nWhat to do: \(rule.remedy)")
  }
}
