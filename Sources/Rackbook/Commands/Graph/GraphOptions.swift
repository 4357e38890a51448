import Analysis
import ArgumentParser
import Diagnostics
import Documents
import LabLanguage
import LabModel

/// The options that every command has that asks the lab's graph.
struct GraphOptions: ParsableArguments {
  @Flag(help: "Print JSON for programs.")
  var json = false

  @OptionGroup var environment: EnvironmentOption

  /// The lab as plain values, for the environment that was asked for.
  ///
  /// - Throws: `PlanFailure` where the lab has no such environment.
  func lab<L: Lab>(of type: L.Type) throws -> ResolvedLab {
    let lab = try environment.instance(of: type)
    return EvaluationLimit.run { lab.resolved }
  }

  /// Prints an answer: the tree for programs, or the lines for people.
  func print(_ tree: Node, orElse lines: [String]) {
    if json { Swift.print(JSON.print(tree).text, terminator: "") } else { for line in lines { Swift.print(line) } }
  }
}

extension ResolvedLab {
  /// The thing that a person named on the command line: `kind/name`, or the name alone where only one thing has it.
  ///
  /// - Throws: A message with what may have been meant.
  func thing(named text: String) throws -> ThingID {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2, self[ThingID(parts[0], parts[1])] != nil { return ThingID(parts[0], parts[1]) }
    let namesakes = things.map(\.id).filter { $0.name == text }
    if let only = namesakes.first, namesakes.count == 1 { return only }
    guard namesakes.isEmpty else {
      let choices = namesakes.map(\.path).joined(separator: ", ")
      throw ValidationError("'\(text)' names several things: write one of \(choices)")
    }
    let candidates = parts.count == 2 ? things.map(\.id.path) : things.map(\.id.name)
    let suggestion = NearMiss.suggestion(for: text, in: candidates).map { "; \($0)" } ?? ""
    throw ValidationError("the lab has no '\(text)'\(suggestion)")
  }
}
