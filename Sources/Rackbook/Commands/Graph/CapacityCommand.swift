import Analysis
import ArgumentParser
import Diagnostics
import Documents
import LabLanguage
import LabModel

/// `capacity`: whether it all still fits after a host is lost.
struct CapacityCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "capacity", abstract: "Tell whether the VMs of each host fit on the others when it is lost.",
      discussion: """
        Memory counts strictly, cores up to three times those of a host. A VM whose disk lies on its host's own disks dies with it \
        and asks for no room.
        """)
  }

  @Argument(help: "The host that is lost; without one, each in turn.")
  var host: String?

  @OptionGroup var options: GraphOptions

  func run() async throws {
    let lab = try options.lab(of: L.self)
    let capacities = try host.map { [lab.capacity(without: try lab.thing(named: $0))] } ?? lab.analysis.capacities
    options.print(.sequence(capacities.map(\.tree)), orElse: capacities.flatMap(lines))
    if host == nil, capacities.isEmpty, !options.json { print("no host of the lab runs VMs") }
  }

  private func lines(_ capacity: Capacity) -> [String] {
    let moving = capacity.demand == 1 ? "1 VM has to move" : "\(capacity.demand) VMs have to move"
    var lines = ["without \(capacity.host.path): \(capacity.verdict.rawValue) (\(moving))"]
    if let shortfall = capacity.shortfall { lines.append("  \(shortfall)") }
    lines += TextTable.lines(
      capacity.moves.map { move in
        [
          move.machine.path,
          "to \(move.to.path)" + (move.from == capacity.host ? "" : ", from \(move.from.path), to make room"),
        ]
      }, indent: "  ")
    lines += TextTable.lines(capacity.stranded.map { [$0.machine.path, "stays down: \($0.reason)"] }, indent: "  ")
    for pods in capacity.pods {
      let lost = pods.workersLost.map(\.name).joined(separator: ", ")
      lines.append("  pods of \(pods.cluster.path) without \(lost): \(pods.verdict.rawValue) (\(pods.count) pods)")
      if let shortfall = pods.shortfall { lines.append("    \(shortfall)") }
    }
    return lines
  }
}
