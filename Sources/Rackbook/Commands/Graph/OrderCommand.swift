import Analysis
import ArgumentParser
import Diagnostics
import Documents
import LabLanguage
import LabModel

/// `order`: the order in which the lab starts, or is shut down.
struct OrderCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "order", abstract: "Tell in which order the lab starts from nothing, or is shut down.",
      discussion: "What stands in one wave waits for nothing in it and can be started together.")
  }

  @Flag(help: "The order of a shutdown: what waits for others goes before them.")
  var shutdown = false

  @OptionGroup var options: GraphOptions

  func run() async throws {
    let analysis = try options.lab(of: L.self).analysis
    let order = analysis.startOrder
    let waves = shutdown ? order.waves.reversed() : order.waves
    options.print(order.tree(shutdown: shutdown), orElse: lines(waves, order.unordered))
    if !order.unordered.isEmpty { throw ExitCode.failure }
  }

  private func lines(_ waves: [[StartOrder.Entry]], _ unordered: [ThingID]) -> [String] {
    var lines: [String] = []
    for (number, wave) in waves.enumerated() {
      lines.append("\(shutdown ? "stop" : "start") \(number + 1)")
      lines += TextTable.lines(wave.map { [$0.thing.path, reason(of: $0)] }, indent: "  ")
      for entry in wave where !shutdown {
        lines += entry.breakGlass.map { "  ! \(entry.thing.path) without \($0.missing.path): \($0.step)" }
      }
    }
    if !unordered.isEmpty {
      lines.append("never: these wait for themselves; 'check' names the rings")
      lines += unordered.map { "  \($0.path)" }
    }
    return lines
  }

  private func reason(of entry: StartOrder.Entry) -> String {
    shutdown ? entry.use ?? "nothing waits for it" : entry.reason ?? "needs nothing"
  }
}
