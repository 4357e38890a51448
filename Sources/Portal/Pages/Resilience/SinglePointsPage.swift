import Analysis
import Diagnostics
import LabModel

/// What kills others when it alone is lost, and redundancy that falls together.
struct SinglePointsPage {
  let analysis: LabAnalysis

  var page: Page {
    let physical = analysis.physicalSinglePointsOfFailure
    let known = Set(physical.map(\.thing))
    let others = analysis.singlePointsOfFailure.filter { !known.contains($0.thing) }
    return ResiliencePages.page(
      ResiliencePages.singlePoints, "Single points of failure",
      "What takes others down when it alone is lost, the deadliest first; its own page says what dies and why.",
      [
        Section("physical", "Hosts, machines, storage, power", table("What can be held in a hand", physical)),
        Section("together", "Redundancy that falls together", together),
        Section("others", "Everything else", table("Everything else", others)),
      ])
  }

  private func table(_ name: String, _ points: [SinglePointOfFailure]) -> [Block] {
    ResiliencePages.table(
      name, head: ["Lost alone", "Die with it", "Services among them", "Work worse"],
      points.map { point in
        [
          [.page(point.thing, nil)], [.text("\(point.deaths)")], [.text("\(point.services)")],
          [.text("\(point.degradations)")],
        ]
      }, all: "spof --all")
  }

  private var together: [Block] {
    ResiliencePages.table(
      "Redundancy that falls together", head: ["Lost alone", "Takes", "Of", "Which needs"],
      analysis.sharedFates.map { fate in
        [
          [.page(fate.cause, nil)], [.text("\(fate.lost.count) of \(fate.members) \(fate.purpose)")],
          [.page(fate.owner, nil)], [.text("\(fate.required)")],
        ]
      }, all: "spof")
  }
}
