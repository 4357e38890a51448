import Analysis
import Diagnostics
import LabModel

/// What is promised of recovery, and what can be kept, for the loss of each storage system.
struct RecoveryPage {
  let analysis: LabAnalysis

  var page: Page {
    let entries = Dictionary(grouping: analysis.recovery.entries, by: \.lost)
    let storages = analysis.lab.things.map(\.id).filter { entries[$0] != nil }
    return ResiliencePages.page(
      ResiliencePages.recovery, "Recovery",
      "What is lost and when it is back, in the order of restoring; new hardware, people and starting come on top.",
      storages.map { storage in
        Section(
          "lost-\(storage.kind)-\(storage.name)", "After the loss of \(storage.name)",
          [.paragraph([.page(storage, nil)])] + table(entries[storage] ?? []))
      })
  }

  private func table(_ entries: [Recovery.Entry]) -> [Block] {
    ResiliencePages.table(
      "Recovery", head: ["Service", "From", "Data lost", "Promised", "Back after", "Promised", "Because"],
      entries.map { entry in
        [
          [.page(entry.service, nil)], entry.source.map { [.page($0, nil)] } ?? [],
          Self.time(entry.rpo, isBroken: entry.breaksRPO), [.text(entry.promisedRPO?.spoken ?? "nothing")],
          Self.time(entry.rto, isBroken: entry.breaksRTO), [.text(entry.promisedRTO?.spoken ?? "nothing")],
          [.text(entry.rtoReason)],
        ]
      }, all: "recovery")
  }

  private static func time(_ interval: Interval?, isBroken: Bool) -> Prose {
    guard let interval else { return [.severity(.warning, "all of it")] }
    return isBroken ? [.severity(.error, interval.spoken)] : [.text(interval.spoken)]
  }
}
