import Blueprint
import Rackbook
import Testing

@Suite("Real tools over the example labs")
struct VerificationTests {
  @Test("the tool accepts what is emitted", arguments: try Call.all())
  func accepted(call: Call) async throws {
    let outcome = try await call.lab.emitted.tree.outcome(of: call.verification)
    #expect(outcome == .accepted)
  }

  @Test("the tool refuses a planted mistake", arguments: PlantedFault.all)
  func refused(fault: PlantedFault) async throws {
    let verification = try #require(
      fault.lab.emitted.verifications.first { $0.title.hasPrefix(fault.tool) },
      "no verification begins with \(fault.tool)")
    let outcome = try await fault.planted().outcome(of: verification)
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
