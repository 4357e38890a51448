import ArgumentParser
import Compiler
import Diagnostics
import Foundation
import LabLanguage
import LabModel
import Testing

@testable import Rackbook

@Suite("Reports for other programs")
struct MachineReportTests {
  static let rule = Rule("RB9108", .error, "an address lies in its network", why: "Because.", remedy: "Write `lan`.")
  static let diagnostic = Diagnostic(
    code: "RB9108", severity: .error, subject: ThingID("vm", "web"), location: SourceLocation("Lab/A b.swift", 3),
    message: "10.0.9.1 is outside", notes: [Diagnostic.Note("here", at: SourceLocation("Lab/B.swift", 1))],
    solutions: ["move it"],
    fixes: [Fix("move it", replace: "10.0.9.1", by: "10.0.0.1", at: SourceLocation("Lab/A b.swift", 3))])

  @Test("JSON has its format, a summary, and every field of a diagnostic")
  func json() {
    #expect(
      JSONReport { $0 == "Lab/A b.swift" ? "Sources/\($0)" : nil }.text([Self.diagnostic]) == """
        {
          "format": 1,
          "rackbook": "\(rackbookVersion)",
          "summary": {
            "errors": 1,
            "warnings": 0,
            "notes": 0
          },
          "diagnostics": [
            {
              "code": "RB9108",
              "severity": "error",
              "message": "10.0.9.1 is outside",
              "subject": {
                "kind": "vm",
                "name": "web"
              },
              "location": {
                "file": "Lab/A b.swift",
                "line": 3,
                "path": "Sources/Lab/A b.swift"
              },
              "notes": [
                {
                  "text": "here",
                  "location": {
                    "file": "Lab/B.swift",
                    "line": 1
                  }
                }
              ],
              "solutions": [
                "move it"
              ],
              "fixes": [
                {
                  "phrase": "move it",
                  "text": "10.0.9.1",
                  "replacement": "10.0.0.1",
                  "location": {
                    "file": "Lab/A b.swift",
                    "line": 3,
                    "path": "Sources/Lab/A b.swift"
                  }
                }
              ]
            }
          ]
        }

        """)
  }

  @Test("GitLab's report keeps a finding's fingerprint when lines above it come and go")
  func codeQuality() throws {
    let report = CodeQualityReport { "Sources/\($0)" }
    var moved = Self.diagnostic
    moved.location?.line = 9
    let entries = try [[Self.diagnostic], [moved], [Self.diagnostic, Self.diagnostic]].map { diagnostics in
      let data = Data(report.text(diagnostics).utf8)
      return try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    }
    let first = try #require(entries[0].first)
    #expect(first["check_name"] as? String == "RB9108" && first["severity"] as? String == "critical")
    #expect((first["location"] as? [String: Any])?["path"] as? String == "Sources/Lab/A b.swift")
    #expect(first["fingerprint"] as? String == entries[1].first?["fingerprint"] as? String)
    #expect(Set(entries[2].compactMap { $0["fingerprint"] as? String }).count == 2)
  }

  @Test("SARIF names the rule, the place, and the fix by columns")
  func sarif() throws {
    let report = SARIFReport(rules: [Self.rule], path: { "Sources/\($0)" }) { _ in
      SourceText("\n\nlet é = f(\"10.0.9.1\")")
    }
    let text = report.text([Self.diagnostic])
    #expect(text.contains("\"uri\": \"Sources/Lab/A%20b.swift\""))
    #expect(text.contains("\"startColumn\": 12,") && text.contains("\"endColumn\": 20"), "\(text)")
    #expect(text.contains("\"id\": \"RB9108\"") && text.contains("\"version\": \"2.1.0\""))
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  struct Attic: Lab {
    var body: [any Component] { Network("lan", "10.0.0.0/24") }
  }

  @Test(
    "a mistyped command is answered with the one that was meant",
    arguments: [
      (["chekc"], "check"), (["biuld", "--output", "x"], "build"), (["explian", "RB0101"], "explain"),
    ])
  func mistyped(arguments: [String], meant: String) {
    let hint = CommandNames.hint(for: arguments[...], of: LabCommand<Attic>.self)
    #expect(hint == "there is no command '\(arguments[0])'; did you mean '\(meant)'?")
  }

  @Test(
    "a command that exists, an option and a word near to none are ArgumentParser's business",
    arguments: [["check"], ["--help"], ["xyzzy"], [], ["run", "chekc"], ["runs", "shwo"]])
  func left(arguments: [String]) {
    #expect(CommandNames.hint(for: arguments[...], of: LabCommand<Attic>.self) == nil)
  }

  @Test("colours are never used where nobody sees them, and always where they are asked for")
  func colours() {
    let nowhere = Pipe().fileHandleForWriting.fileDescriptor
    #expect(!ColourChoice.auto.style(of: nowhere, environment: [:]).usesColour)
    #expect(ColourChoice.always.style(of: nowhere, environment: ["NO_COLOR": "1"]).usesColour)
    #expect(!ColourChoice.never.style(of: nowhere, environment: [:]).usesColour)
    #expect(ColourChoice.auto.style(of: nowhere, environment: [:]).width == nil)
  }
}
