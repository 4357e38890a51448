import Diagnostics
import Foundation
import LabModel
import Testing

@testable import Compiler

@Suite("Generated labs with one planted fault each")
struct PlantedFaultTests {
  /// What became of one planted fault.
  struct Trial: Sendable {
    let code: String
    let seed: Int
    /// The codes that the lab raised, but for those that labs in order raise too.
    let raised: Set<String>
  }

  /// How many labs are made: 1,000, or what `PLANTED_FAULTS` says.
  static let count = ProcessInfo.processInfo.environment["PLANTED_FAULTS"].flatMap { Int($0) } ?? 1000

  /// Every trial, each fault in turn; a lab that has no place for a fault is passed over.
  static let trials: [Trial] = (0..<count).compactMap { number in
    let fault = Fault.all[number % Fault.all.count]
    for attempt in 0..<40 {
      let seed = 1 + number + attempt * 10_007
      var plan = LabGenerator.plan(seed: seed)
      var numbers = SeededNumbers(seed ^ 0x5EED)
      if fault.plant(&plan, &numbers) {
        return Trial(code: fault.code, seed: seed, raised: codes(of: plan, fault.code).subtracting(CleanLabTests.facts))
      }
    }
    return nil
  }

  /// What a lab raises; runbooks and alerts are read only where the fault is in one of them.
  private static func codes(of plan: LabPlan, _ code: String) -> Set<String> {
    let lab = plan.resolved
    guard code.hasPrefix("RB07") || code.hasPrefix("RB08") else {
      var log = DiagnosticLog(places: lab.places)
      check(lab, reporting: &log)
      return Set(log.diagnostics.map(\.code))
    }
    let runbooks = plan.runbooks.map { RunbookFile($0.path, Array($0.text.utf8)) }
    return Set(compile(lab, runbooks: runbooks, withPortal: false).diagnostics.map(\.code))
  }

  @Test("there are faults for sixty codes at least, and each is planted")
  func kinds() {
    #expect(Set(Fault.all.map(\.code)).count >= 60)
    #expect(Set(Self.trials.map(\.code)) == Set(Fault.all.map(\.code)))
    #expect(Self.trials.count == Self.count)
  }

  @Test("at least 99 of 100 are found by the right code")
  func found() {
    let missed = Self.trials.filter { !$0.raised.contains($0.code) }
    let exact = Self.trials.count { $0.raised == [$0.code] }
    print("planted \(Self.trials.count), found \(Self.trials.count - missed.count), by that code alone \(exact)")
    #expect(missed.count * 100 <= Self.trials.count, "missed: \(missed.map { "\($0.code) seed \($0.seed)" })")
  }
}
