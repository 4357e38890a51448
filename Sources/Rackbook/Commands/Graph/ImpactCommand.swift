import Analysis
import ArgumentParser
import Diagnostics
import Documents
import LabLanguage
import LabModel

/// `impact`: what dies, what degrades, what survives when something is lost.
struct ImpactCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "impact", abstract: "Tell what dies, degrades and survives when something is lost, and why.",
      discussion: "Names are enough where only one thing has them: impact pve1; else kind and name: impact host/pve1.")
  }

  @Argument(help: "What is lost: a name, or kind/name; several are lost together.")
  var lost: [String]

  @OptionGroup var options: GraphOptions

  func validate() throws {
    if lost.isEmpty { throw ValidationError("say what is lost, such as 'impact pve1'") }
  }

  func run() async throws {
    let lab = try options.lab(of: L.self)
    let impact = lab.impact(of: try lost.map(lab.thing(named:)))
    options.print(impact.tree, orElse: lines(impact))
  }

  private func lines(_ impact: Impact) -> [String] {
    var lines = ["lost: \(impact.lost.map(\.path).joined(separator: ", "))", ""]
    lines.append("dies: \(impact.dies.count)")
    lines += TextTable.lines(impact.dies.map { [$0.path, Self.reason(impact.path(to: $0))] }, indent: "  ")
    lines.append("degrades: \(Set(impact.degrades.map(\.thing)).count)")
    lines += TextTable.lines(
      impact.degrades.map { [$0.thing.path, "loses \($0.loss): \($0.lost.map(\.path).joined(separator: ", "))"] },
      indent: "  ")
    lines.append("survives: \(impact.survives.count)")
    return lines
  }

  /// The chain of reasons as a sentence; the middle of a long one is left out.
  private static func reason(_ path: [Impact.Step]) -> String {
    let links = path.map { "\($0.words) \($0.cause.path)" }
    guard links.count > 6 else { return links.joined(separator: ", which ") }
    return (links.prefix(3) + ["... \(links.count - 4) more"] + links.suffix(1)).joined(separator: ", which ")
  }
}
