import Blueprint
import Checks
import Compiler
import Diagnostics
import LabModel
import LabTexts
import Systems
import Testing

/// `docs/writing-diagnostics.md`, held by tests against every message that an example of a check or of a page raises.
@Suite("Diagnostics are worded as the style page says")
struct StyleTests {
  /// What every example raises, by code.
  static let raised = Task { () -> [String: [Diagnostic]] in
    let labs = (checks + systems.flatMap { $0.descriptor.checks }).flatMap { check -> [Diagnostic] in
      let lab = check.bad()
      var log = DiagnosticLog(places: lab.places)
      log.add(contentsOf: check.findings(lab))
      return log.diagnostics
    }
    let pages = try await PageExamplesTests.outcomes.value.values.flatMap { $0.lab?.diagnostics ?? [] }
    return Dictionary(grouping: labs + pages, by: \.code)
  }

  static let codes = rules.map(\.code)

  private static var forbidden: Regex<(Substring, Substring?)> {
    /(?i)\b(invalid|illegal|wrong|please|failed to|unable to|oops|sorry)\b|!|  |\.\.$/
  }

  private func diagnostics(_ code: String) async throws -> [Diagnostic] {
    try await Self.raised.value[code] ?? []
  }

  @Test("a message is one phrase on one line that a person can read alone", arguments: codes)
  func messages(code: String) async throws {
    for diagnostic in try await diagnostics(code) {
      let phrases = [diagnostic.message] + diagnostic.notes.map(\.text) + diagnostic.solutions
      for phrase in phrases + diagnostic.fixes.map(\.phrase) {
        #expect(!phrase.isEmpty && !phrase.hasSuffix(".") && !phrase.contains("\n"), "\(phrase)")
        #expect(phrase.firstMatch(of: Self.forbidden) == nil, "\(phrase)")
        #expect(phrase.utf8.count <= 240, "\(phrase)")
      }
    }
  }

  @Test("a thing is named by its kind and its quoted name", arguments: codes)
  func names(code: String) async throws {
    for diagnostic in try await diagnostics(code) {
      guard let subject = diagnostic.subject else { continue }
      #expect(!diagnostic.message.contains("\(subject.kind) \(subject.name) ") || diagnostic.message.contains(" -> "))
    }
  }

  @Test("a solution is a verb phrase or a near miss, in the form that all near misses have", arguments: codes)
  func solutions(code: String) async throws {
    for solution in try await diagnostics(code).flatMap(\.solutions) {
      #expect(solution.prefix(1) == solution.prefix(1).lowercased() || solution.hasPrefix("DNS"), "\(solution)")
      if solution.contains("?") {
        #expect(solution.hasPrefix("did you mean ") && solution.hasSuffix("?"), "\(solution)")
      }
    }
  }

  @Test("a fix has a place, changes something, and says no more than one solution would", arguments: codes)
  func fixes(code: String) async throws {
    for diagnostic in try await diagnostics(code) {
      for fix in diagnostic.fixes {
        #expect(fix.location != nil && fix.text != fix.replacement && !fix.text.isEmpty)
        #expect(!diagnostic.solutions.contains(fix.phrase))
      }
    }
  }

  @Test("a rule has a title that says what must be true, reasons and a remedy in sentences", arguments: rules)
  func pages(rule: Rule) {
    #expect(!rule.title.hasSuffix(".") && !rule.title.isEmpty)
    #expect(rule.why.hasSuffix(".") && rule.remedy.hasSuffix("."), "\(rule.code)")
    for text in [rule.title, rule.why, rule.remedy] {
      #expect(text.firstMatch(of: /(?i)\b(invalid|illegal|please|oops)\b|!/) == nil, "\(rule.code): \(text)")
      #expect(!text.contains("\n"), "\(rule.code)")
    }
    #expect(!rule.title.contains("must") && !rule.title.contains("should"), "\(rule.code): \(rule.title)")
  }
}
