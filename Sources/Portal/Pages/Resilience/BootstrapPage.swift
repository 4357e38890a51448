import Analysis
import Diagnostics
import LabModel

/// Rings of things that wait for each other when everything is off.
struct BootstrapPage {
  let analysis: LabAnalysis

  var page: Page {
    let cycles = analysis.bootstrapCycles
    return ResiliencePages.page(
      ResiliencePages.rings, "Bootstrap cycles",
      "What waits for itself when everything is off, and the step that breaks the ring.",
      [Section("rings", "Rings", cycles.isEmpty ? [none] : blocks(cycles))])
  }

  private var none: Block {
    .callout(
      nil, [.paragraph([.text("Nothing waits for itself: the lab starts from nothing without a step by hand.")])])
  }

  private func blocks(_ cycles: [BootstrapCycle]) -> [Block] {
    cycles.prefix(ResiliencePages.limit).map { cycle in
      let path = cycle.path.prefix(12).map { step in
        Block.ListItem(
          done: nil, blocks: [.paragraph([.page(step.thing, nil), .text(" \(step.words) "), .page(step.other, nil)])])
      }
      let way: Prose = cycle.breakGlass.map { [.strong([.text($0)])] } ?? [.text("No step is stated that breaks it.")]
      return .callout(
        cycle.breakGlass == nil ? .warning : .note,
        [
          .paragraph([.page(cycle.thing, nil), .text(" is needed to start itself:")]), .list(start: 1, Array(path)),
          .paragraph(way),
        ])
    }
  }
}
