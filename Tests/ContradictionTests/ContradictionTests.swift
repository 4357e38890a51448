import Diagnostics
import LabModel
import Testing

@testable import Compiler

@Suite("Contradictions in the records of a real lab")
struct ContradictionTests {
  static let all = addressContradictions + clusterContradictions + serviceContradictions

  /// What all checks together say of a lab.
  private func diagnostics(of lab: ResolvedLab) -> [Diagnostic] {
    var log = DiagnosticLog(places: lab.places)
    check(lab, reporting: &log)
    return log.diagnostics
  }

  @Test("what the records say is refused or warned of, at a line", arguments: all)
  func stated(contradiction: Contradiction) throws {
    let diagnostics = diagnostics(of: contradiction.stated())
    let caught = try #require(diagnostics.first { $0.code == contradiction.code }, "\(diagnostics.map(\.message))")
    #expect(caught.location?.file.hasPrefix("ContradictionTests/") == true)
  }

  @Test("the corrected fact passes the same rule, and every other", arguments: all)
  func corrected(contradiction: Contradiction) {
    let diagnostics = diagnostics(of: contradiction.corrected())
    #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    #expect(!diagnostics.map(\.code).contains(contradiction.code))
  }

  @Test("at least twelve of the twenty-eight are caught")
  func enough() {
    #expect(Set(Self.all.map(\.number)).count >= 12)
  }
}
