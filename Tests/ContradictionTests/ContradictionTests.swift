import Compiler
import Diagnostics
import Testing

@Suite("Contradictions in the records of a real lab")
struct ContradictionTests {
  static let all = addressContradictions + clusterContradictions + serviceContradictions

  @Test("what the records say is refused or warned of, at a line", arguments: all)
  func stated(contradiction: Contradiction) throws {
    let diagnostics = compile(contradiction.stated()).diagnostics
    let caught = try #require(diagnostics.first { $0.code == contradiction.code }, "\(diagnostics.map(\.message))")
    #expect(caught.location?.file.hasPrefix("ContradictionTests/") == true)
  }

  @Test("the corrected fact passes the same rule, and every other", arguments: all)
  func corrected(contradiction: Contradiction) {
    let diagnostics = compile(contradiction.corrected()).diagnostics
    #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    #expect(!diagnostics.map(\.code).contains(contradiction.code))
  }

  @Test("at least twelve of the twenty-eight are caught")
  func enough() {
    #expect(Set(Self.all.map(\.number)).count >= 12)
  }
}
