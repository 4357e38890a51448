import Diagnostics
import LabModel
import Testing

@testable import Compiler

@Suite("Generated labs without a fault")
struct CleanLabTests {
  /// Notes that are true of a lab that is in order: half of a small lab's services may well stand on one machine.
  static let facts: Set = ["RB1001"]

  @Test("raise nothing, two hundred of them", arguments: 1...200)
  func clean(seed: Int) {
    let plan = LabGenerator.plan(seed: seed)
    let runbooks = plan.runbooks.map { RunbookFile($0.path, Array($0.text.utf8)) }
    let diagnostics = compile(plan.resolved, runbooks: runbooks, withPortal: false).diagnostics
      .filter { !Self.facts.contains($0.code) || $0.severity != .note }
    #expect(diagnostics.map { "\($0.code) \($0.message)" } == [], "seed \(seed)")
  }

  @Test("are the same for the same seed, and of all sizes")
  func seeded() {
    let sizes = (1...200).map { LabGenerator.plan(seed: $0).services.count }
    #expect(sizes == (1...200).map { LabGenerator.plan(seed: $0).services.count })
    #expect(sizes.contains { $0 < 5 } && sizes.contains { $0 > 55 })
  }
}
