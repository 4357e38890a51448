import RackbookTesting
import Testing

@testable import Basement

@Suite("Runbooks that come with Rackbook")
struct RunbookPathTests {
  @Test("every path of every runbook ends in order, and every step is carried out on one")
  func everyPath() async throws {
    let reports = await Basement().compiled().testedRunbooks()
    #expect(reports.count >= 19)
    for report in reports {
      #expect(report.findings.isEmpty && report.isWhole && report.coverage == 100, "\(report.lines())")
    }
  }
}
