import Analysis
import ArgumentParser
import Diagnostics
import Documents
import LabLanguage
import LabModel

/// `spof`: single points of failure.
struct SpofCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "spof", abstract: "List single points of failure: what kills others when it alone is lost.",
      discussion: """
        Hosts, machines, storage, switches and power feeds, the deadliest first; with --all also networks, clusters, \
        services and everything else.
        """)
  }

  @Flag(help: "List every thing that kills others, not only what can be held in a hand.")
  var all = false

  @OptionGroup var options: GraphOptions

  func run() async throws {
    let analysis = try options.lab(of: L.self).analysis
    let points = all ? analysis.singlePointsOfFailure : analysis.physicalSinglePointsOfFailure
    let fates = analysis.sharedFates
    options.print(
      [
        "singlePointsOfFailure": .sequence(points.map(\.tree)), "sharedFates": .sequence(fates.map(\.tree)),
      ], orElse: lines(points, fates))
  }

  private func lines(_ points: [SinglePointOfFailure], _ fates: [SharedFate]) -> [String] {
    var lines = TextTable.lines(
      points.map { [$0.thing.path, "\($0.deaths)", "\($0.services)", "\($0.degradations)"] },
      head: ["LOST ALONE", "DIE WITH IT", "SERVICES", "DEGRADED"])
    if points.isEmpty { lines.append("nothing kills anything else when it alone is lost") }
    if !fates.isEmpty { lines += ["", "redundancy that falls together:"] }
    lines += fates.map { fate in
      "  \(fate.cause.path) takes \(fate.lost.count) of \(fate.members) \(fate.purpose) of \(fate.owner.path), which needs \(fate.required)"
    }
    return lines
  }
}
