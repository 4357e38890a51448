import Blueprint
import Checks
import Diagnostics
import LabModel
import Testing

@Suite("Checks of the whole lab")
struct ChecksTests {
  /// Every code of the list, with the place of its check in it.
  static let codes = checks.map(\.rule.code)

  /// What all checks together say of a lab.
  private func diagnostics(of lab: ResolvedLab) -> [Diagnostic] {
    var log = DiagnosticLog(places: lab.places)
    for check in checks { log.add(contentsOf: check.findings(lab)) }
    return log.diagnostics
  }

  @Test("the bad example of a rule breaks it and no other", arguments: codes)
  func bad(code: String) throws {
    let check = try #require(checks.first { $0.rule.code == code })
    let found = diagnostics(of: check.bad())
    #expect(Set(found.map(\.code)) == [code], "\(found.map(\.message))")
    #expect(found.allSatisfy { $0.severity == check.rule.severity })
  }

  @Test("the good example of a rule breaks none", arguments: codes)
  func good(code: String) throws {
    let check = try #require(checks.first { $0.rule.code == code })
    #expect(diagnostics(of: check.good()).map(\.message) == [])
  }

  @Test("a diagnostic about a thing has a place, and so has every note about one", arguments: codes)
  func placed(code: String) throws {
    let check = try #require(checks.first { $0.rule.code == code })
    for diagnostic in diagnostics(of: check.bad()) {
      #expect(diagnostic.subject == nil || diagnostic.location != nil)
      #expect(diagnostic.notes.allSatisfy { $0.subject == nil || $0.location != nil })
    }
  }

  @Test("a message is one phrase without a full stop, on one line", arguments: codes)
  func phrased(code: String) throws {
    let check = try #require(checks.first { $0.rule.code == code })
    for diagnostic in diagnostics(of: check.bad()) {
      let phrases = [diagnostic.message] + diagnostic.notes.map(\.text) + diagnostic.solutions
      #expect(phrases.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") && !$0.contains("\n") }, "\(phrases)")
    }
  }

  @Test("a rule has a code of its own, a title and a page", arguments: codes)
  func page(code: String) throws {
    let rule = try #require(checks.first { $0.rule.code == code }).rule
    #expect(Self.codes.filter { $0 == code }.count == 1)
    #expect(code.count == 6 && code.hasPrefix("RB") && code.dropFirst(2).allSatisfy(\.isNumber))
    #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."))
    #expect(rule.why.hasSuffix(".") && rule.remedy.hasSuffix("."))
  }

  @Test("there are at least twenty-five checks of the whole lab")
  func enough() {
    #expect(checks.count >= 25)
  }
}
