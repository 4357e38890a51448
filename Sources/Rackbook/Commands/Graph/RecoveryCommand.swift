import Analysis
import ArgumentParser
import Diagnostics
import Documents
import LabLanguage
import LabModel

/// `recovery`: what is promised of recovery, and what can be kept.
struct RecoveryCommand<L: Lab>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "recovery", abstract: "Hold promised RPO and RTO against what moving the data takes.",
      discussion: """
        For the loss of each storage system: what is read back in which order, and when each service has its data. New hardware, \
        people and starting come on top.
        """)
  }

  @OptionGroup var options: GraphOptions

  func run() async throws {
    let entries = try options.lab(of: L.self).recovery.entries
    options.print(.sequence(entries.map(\.tree)), orElse: lines(entries))
  }

  private func lines(_ entries: [Recovery.Entry]) -> [String] {
    guard !entries.isEmpty else { return ["no service keeps state on a storage system of the lab"] }
    var storages: [ThingID] = []
    for entry in entries where storages.last != entry.lost { storages.append(entry.lost) }
    return storages.flatMap { lost -> [String] in
      let rows = entries.filter { $0.lost == lost }.map { entry in
        [
          entry.service.name, Self.words(entry.rpo, promised: entry.promisedRPO, isBroken: entry.breaksRPO),
          Self.words(entry.rto, promised: entry.promisedRTO, isBroken: entry.breaksRTO), entry.rtoReason,
        ]
      }
      return ["after the loss of \(lost.path):"]
        + TextTable.lines(
          rows, head: ["SERVICE", "DATA LOST (PROMISED)", "BACK AFTER (PROMISED)", "BECAUSE"], indent: "  ")
    }
  }

  private static func words(_ time: Interval?, promised: Interval?, isBroken: Bool) -> String {
    "\(isBroken ? "! " : "")\(time?.spoken ?? "never") (\(promised?.spoken ?? "-"))"
  }
}
