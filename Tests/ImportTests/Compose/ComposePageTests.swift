import ComposeFile
import Diagnostics
import Foundation
import Testing

@testable import Import

@Suite("The examples of the page on Compose imports")
struct ComposePageTests {
  /// The files of a code's bad and good example, by file name.
  struct Section: Sendable {
    var code: String
    var bad: [String: String] = [:]
    var good: [String: String] = [:]
  }

  static let rules = ComposeRules.all + ComposeImportRules.all

  static let sections: [Section] = {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/diagnostics/RB13-compose.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n## ").dropFirst().map { part in
      var section = Section(code: String(part.prefix(6)))
      for match in part.matches(of: /(?s)```\w+ (bad|good) ?([^\n]*)\n(.*?)\n```/) {
        let name = match.2.isEmpty ? "compose.yaml" : String(match.2)
        if match.1 == "bad" { section.bad[name] = "\(match.3)\n" } else { section.good[name] = "\(match.3)\n" }
      }
      return section
    }
  }()

  @Test("every rule has a section, and every section a rule")
  func complete() {
    #expect(Self.sections.map(\.code) == Self.rules.map(\.code))
  }

  @Test("the bad example raises the code, the good one raises nothing", arguments: sections.map(\.code))
  func examples(code: String) throws {
    let section = try #require(Self.sections.first { $0.code == code })
    let alongside: Set<String> = code == "RB1334" ? ["RB1332"] : []
    #expect(Set(ComposeTexts(section.bad).codes).subtracting(alongside) == [code])
    #expect(ComposeTexts(section.good).codes == [])
  }
}
