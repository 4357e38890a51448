import Diagnostics
import Foundation
import LabModel
import TestNumbers
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

  /// What a lab raises: its checks, and where those do not find the fault, a whole compilation.
  private static func codes(of plan: LabPlan, _ code: String) -> Set<String> {
    let lab = plan.resolved
    var log = DiagnosticLog(places: lab.places)
    check(lab, reporting: &log)
    let found = Set(log.diagnostics.map(\.code))
    guard !found.contains(code) else { return found }
    let runbooks = plan.runbooks.map { RunbookFile($0.path, Array($0.text.utf8)) }
    return Set(compile(lab, runbooks: runbooks, withPortal: false).diagnostics.map(\.code))
  }

  /// The errors that no lab of these words can make, and why.
  static let outOfReach: [String: String] = [
    "RB0780": "only a system of one's own can name a runbook that does not ship",
    "RB0901": "the build folder was edited", "RB0902": "the disk is full", "RB0903": "the manifest is damaged",
    "RB0904": "another build is at work", "RB0905": "the build folder cannot be written",
    "RB0906": "only kinds of one's own can lead two files to one path",
    "RB0941": "only pages of one's own can hold a link that leads nowhere", "RB0942": "Graphviz fails",
    "RB0950": "the snapshot is damaged", "RB0951": "there was no build", "RB0952": "a word of the command line",
    "RB0953": "a word of the command line",
  ]

  @Test("every error that a lab can make has a fault, and no fault is left over")
  func complete() {
    let planted = Set(Fault.all.map(\.code))
    #expect(
      rules.filter { $0.severity == .error && !planted.contains($0.code) }.map(\.code) == Self.outOfReach.keys.sorted())
    #expect(planted.isSubset(of: rules.map(\.code)))
  }

  @Test("each fault is planted")
  func kinds() {
    #expect(Set(Self.trials.map(\.code)) == Set(Fault.all.map(\.code)))
    #expect(Self.trials.count == Self.count)
  }

  @Test("at least 99 of 100 are found by the right code")
  func found() {
    let missed = Self.trials.filter { !$0.raised.contains($0.code) }
    let exact = Self.trials.count { $0.raised == [$0.code] }
    let kinds = "\(Fault.all.count) kinds of fault for \(Set(Fault.all.map(\.code)).count) codes"
    print("\(kinds): planted \(Self.trials.count), found \(Self.trials.count - missed.count), alone \(exact)")
    for trial in missed { print("missed: \(trial.code) in seed \(trial.seed), which raised \(trial.raised.sorted())") }
    #expect(missed.count * 100 <= Self.trials.count)
  }
}
