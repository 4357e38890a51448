import Analysis
import Diagnostics
import LabModel

/// Whether it all still fits after a host is lost.
struct CapacityPage {
  let analysis: LabAnalysis

  var page: Page {
    let capacities = analysis.capacities
    return ResiliencePages.page(
      ResiliencePages.capacity, "Capacity after a loss",
      "Whether what ran on a host fits on the others when it is lost: memory strictly, cores up to three to one.",
      [
        Section("hosts", "Host by host", hosts(capacities)), Section("moves", "Where VMs go", moves(capacities)),
        Section("stranded", "What stays down with its host", stranded(capacities)),
        Section("pods", "Pods on the workers that are left", pods(capacities)),
      ])
  }

  private func hosts(_ capacities: [Capacity]) -> [Block] {
    ResiliencePages.table(
      "Host by host", head: ["Lost", "Its VMs", "Have to move", "Stay down", "Why"],
      capacities.map { capacity in
        [
          [.page(capacity.host, nil)], Self.verdict(capacity.verdict), [.text("\(capacity.demand)")],
          [.text("\(capacity.stranded.count)")], capacity.shortfall.map { [.text($0)] } ?? [],
        ]
      }, all: "capacity")
  }

  private func moves(_ capacities: [Capacity]) -> [Block] {
    ResiliencePages.table(
      "Where VMs go", head: ["Lost", "VM", "From", "To"],
      capacities.flatMap { capacity in
        capacity.moves.map { move -> [Prose] in
          [[.page(capacity.host, nil)], [.page(move.machine, nil)], [.page(move.from, nil)], [.page(move.to, nil)]]
        }
      }, all: "capacity")
  }

  private func stranded(_ capacities: [Capacity]) -> [Block] {
    ResiliencePages.table(
      "What stays down", head: ["Lost", "VM", "Because"],
      capacities.flatMap { capacity in
        capacity.stranded.map { stranded -> [Prose] in
          [[.page(capacity.host, nil)], [.page(stranded.machine, nil)], [.text(stranded.reason)]]
        }
      }, all: "capacity")
  }

  private func pods(_ capacities: [Capacity]) -> [Block] {
    ResiliencePages.table(
      "Pods", head: ["Lost", "Cluster", "Workers lost", "Pods", "Why"],
      capacities.flatMap { capacity in
        capacity.pods.map { pods -> [Prose] in
          [
            [.page(capacity.host, nil)], [.page(pods.cluster, nil)], links(pods.workersLost),
            Self.verdict(pods.verdict) + [.text(" (\(pods.count))")], pods.shortfall.map { [.text($0)] } ?? [],
          ]
        }
      }, all: "capacity")
  }

  private static func verdict(_ verdict: Capacity.Verdict) -> Prose {
    switch verdict {
    case .fits: [.text("fits")]
    case .doesNotFit: [.severity(.warning, verdict.rawValue)]
    case .notDecided: [.severity(.note, verdict.rawValue)]
    }
  }
}
