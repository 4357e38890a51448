import Compiler
import Diagnostics
import Import
import LabTexts
import Testing

@Suite("The examples of the pages on diagnostics")
struct PageExamplesTests {
  /// The sections that are labs in Swift, and what became of their examples; all are compiled in one go.
  static let outcomes = Task { () -> [String: LabTextOutcome] in
    let texts = inSwift.flatMap { section in Kind.allCases.map { (key(section.code, $0), text(section, $0)) } }
    let outcomes = try await LabTexts.outcomes(of: texts.map(\.1))
    return Dictionary(zip(texts.map(\.0), outcomes), uniquingKeysWith: { first, _ in first })
  }

  typealias Kind = RuleSection.Example.Kind

  static let sections = DiagnosticPages.sections.values.sorted { $0.code < $1.code }
  static let inSwift = sections.filter { $0.examples.contains { $0.language == "swift" } }
  static let asRunbooks = sections.filter { $0.examples.allSatisfy { $0.language == "markdown" } }
  /// Compose files, which the tests of their import run.
  static let asCompose = sections.filter { $0.examples.allSatisfy { ["yaml", "text"].contains($0.language) } }
  static let asCommands = sections.filter { $0.examples.allSatisfy { $0.language == "sh" } }

  static func key(_ code: String, _ kind: Kind) -> String { "\(code)-\(kind.rawValue)" }

  private static func text(_ section: RuleSection, _ kind: Kind) -> LabText {
    let example = section.example(kind)
    let files = example.compactMap { text in text.path.map { ($0, text.text) } }
    return LabText(
      key(section.code, kind), example.first { $0.language == "swift" }?.text ?? "",
      runbooks: Dictionary(files, uniquingKeysWith: { first, _ in first }))
  }

  @Test("every rule has a section with a bad and a good example, and every section has a rule")
  func complete() {
    #expect(Self.sections.map(\.code) == (rules + ImportRules.all).map(\.code).sorted())
    for section in Self.sections {
      #expect(section.examples.contains { $0.kind == .bad } && section.examples.contains { $0.kind == .good })
    }
    let run = [Self.inSwift, Self.asRunbooks, Self.asCommands, Self.asCompose]
    #expect(run.map(\.count).reduce(0, +) == Self.sections.count)
  }

  @Test("a bad lab raises exactly its code, a good one nothing", arguments: inSwift.map(\.code))
  func labs(code: String) async throws {
    let outcomes = try await Self.outcomes.value
    let bad = outcomes[Self.key(code, .bad)]
    let good = outcomes[Self.key(code, .good)]
    #expect(Self.raised(by: bad).map { Set($0.map(\.code)) } == [code], "\(bad.map { "\($0)" } ?? "")")
    #expect(
      Self.raised(by: good).map { $0.map { "\($0.code) \($0.message)" } } == [], "\(good.map { "\($0)" } ?? "")")
  }

  /// What there is to say of a lab, besides what a waiver of the example itself allows.
  private static func raised(by outcome: LabTextOutcome?) -> [Diagnostic]? {
    outcome?.lab?.diagnostics.filter { !$0.notes.contains { $0.text.hasPrefix("waived until ") } }
  }

  @Test("a bad runbook raises exactly its code, a good one nothing", arguments: asRunbooks.map(\.code))
  func runbooks(code: String) throws {
    let section = try #require(DiagnosticPages.sections[code])
    #expect(Self.codes(ofRunbook: section.example(.bad)) == [code])
    #expect(Self.codes(ofRunbook: section.example(.good)) == [])
  }

  private static func codes(ofRunbook texts: [RuleSection.Example]) -> Set<String> {
    let files = texts.map { RunbookFile($0.path ?? "runbooks/docker/example.md", Array($0.text.utf8)) }
    return Set(compile(MiniLab.resolved, runbooks: files, withPortal: false).diagnostics.map(\.code))
  }

  @Test(
    "the last of bad commands raises exactly its code, that of good ones nothing", arguments: asCommands.map(\.code))
  func commands(code: String) async throws {
    let section = try #require(DiagnosticPages.sections[code])
    let bad = try await Commands.codes(raisedBy: section.example(.bad))
    let good = try await Commands.codes(raisedBy: section.example(.good))
    // An import says several things at once: its examples are about one of them.
    if ImportRules.all.contains(where: { $0.code == code }) {
      #expect(bad.contains(code) && !good.contains(code), "\(bad) \(good)")
    } else {
      #expect(bad == [code])
      #expect(good == [])
    }
  }
}
