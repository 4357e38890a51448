import Blueprint
import Rackbook
import Testing

@Suite("Real tools over the example labs")
struct VerificationTests {
  @Test("the tool accepts what is emitted", arguments: try Call.all())
  func accepted(call: Call) async {
    let outcome = await call.lab.tree.outcome(of: call.verification)
    #expect(outcome == .accepted)
  }

  @Test("the tool refuses a planted mistake", arguments: PlantedFault.all)
  func refused(fault: PlantedFault) async throws {
    let lab = try EmittedLab.mini.get()
    let verification = try #require(
      lab.verifications.first { $0.title.hasPrefix(fault.tool) }, "no verification begins with \(fault.tool)")
    let outcome = await (try fault.planted(in: lab.tree)).outcome(of: verification)
    guard case .refused = outcome else {
      Issue.record("\(verification.title) said: \(outcome)")
      return
    }
  }

  @Test("every verification has a planted mistake that it must find", arguments: try Call.all())
  func covered(call: Call) {
    #expect(PlantedFault.all.contains { call.verification.title.hasPrefix($0.tool) })
  }
}
