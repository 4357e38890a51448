import Analysis
import Diagnostics
import LabModel

/// The order in which the lab starts from nothing, and is shut down.
struct StartOrderPage {
  let analysis: LabAnalysis

  var page: Page {
    let order = analysis.startOrder
    return ResiliencePages.page(
      ResiliencePages.order, "Start and shutdown order",
      "What stands in one step waits for nothing in it. A shutdown goes the other way.",
      [
        Section("by-hand", "Steps by hand", byHand(order)), Section("start", "Start", start(order)),
        Section("shutdown", "Shutdown", shutdown(order)),
      ])
  }

  private func byHand(_ order: StartOrder) -> [Block] {
    ResiliencePages.table(
      "Steps that a person takes", head: ["Step", "To start", "While this is not up", "What to do"],
      order.waves.enumerated().flatMap { number, wave in
        wave.flatMap { entry in
          entry.breakGlass.map { step -> [Prose] in
            [
              [.text("\(number + 1)")], [.page(entry.thing, nil)], [.page(step.missing, nil)],
              [.strong([.text(step.step)])],
            ]
          }
        }
      }, all: "order")
  }

  private func start(_ order: StartOrder) -> [Block] {
    ResiliencePages.table(
      "Start order", head: ["Step", "Thing", "After"],
      order.waves.enumerated().flatMap { number, wave in
        wave.map { entry -> [Prose] in
          [[.text("\(number + 1)")], [.page(entry.thing, nil)], entry.reason.map { [.text($0)] } ?? []]
        }
      }, all: "order")
  }

  private func shutdown(_ order: StartOrder) -> [Block] {
    ResiliencePages.table(
      "Shutdown order", head: ["Step", "Thing", "Because"],
      order.waves.reversed().enumerated().flatMap { number, wave in
        wave.map { entry -> [Prose] in
          [[.text("\(number + 1)")], [.page(entry.thing, nil)], entry.use.map { [.text($0)] } ?? []]
        }
      }, all: "order --shutdown")
  }
}
