import Blueprint
import Compiler
import Diagnostics
import Documents
import Foundation
import LabModel
import Testing

@Suite("The reports of a plan")
struct ReportTests {
  private func plan(_ value: String = "Europe/Bern") -> Plan {
    TestLab().plan { lab in
      lab.zone = value
      lab.memory = .gib(16)
      lab.keep = .days(7)
    }
  }

  @Test("count first, then tell what changes, why it matters, and which files")
  func text() {
    let lines = PlanText(usesColour: false).text(plan()).split(separator: "\n")
    #expect(lines[0] == "the lab as it is now -> the lab as it is now")
    #expect(lines[1].hasPrefix("things: 2 changed; risk: 1 data at risk, 1 restart; "), "\(lines[1])")
    #expect(lines.contains("      memory: 8 GiB -> 16 GiB  (restart: Terraform reboots the VM)"))
    #expect(lines.contains("      terraform/test/main.tf.json  +1 -1"))
  }

  @Test("say so where nothing changes")
  func nothing() {
    let plan = TestLab().plan { _ in }
    #expect(PlanText(usesColour: false).text(plan).contains("no changes"))
    #expect(PlanMarkdown().text(plan).contains("**no changes**"))
  }

  @Test("as Markdown fold details away and let no value of the lab become a mark")
  func markdown() {
    let text = PlanMarkdown(showsLines: true).text(plan("1`</details><script>|"))
    #expect(text.hasPrefix("## Plan: "))
    #expect(text.contains("| data at risk | 1 |"))
    #expect(text.components(separatedBy: "<details>").count == text.components(separatedBy: "\n</details>\n").count)
    #expect(text.contains("`Europe/Zurich` → ``1`</details><script>|``"), "\(text)")
    #expect(text.contains("```diff\n"))
  }

  @Test("as Markdown count what would make a comment too long")
  func limit() {
    let text = PlanMarkdown(showsLines: true, limit: 400).text(plan())
    #expect(text.utf8.count < 500)
    #expect(text.contains("sections are left out"))
  }

  @Test("as JSON have every change with its risk")
  func json() throws {
    let json = try JSONSerialization.jsonObject(with: Data(PlanJSON.text(plan(), showsLines: true).utf8))
    let root = try #require(json as? [String: Any])
    let things = try #require(root["things"] as? [[String: Any]])
    #expect(root["risk"] as? String == "data")
    #expect(things.map { $0["name"] as? String } == ["web", "mealie"])
    let changes = try #require(things[0]["changes"] as? [[String: Any]])
    #expect(changes.map { $0["risk"] as? String } == ["restart"])
    let files = try #require(root["files"] as? [[String: Any]])
    #expect(files.allSatisfy { ($0["diff"] as? String)?.hasPrefix("--- a/") == true })
  }

  @Test("let no control character of the lab reach the terminal")
  func control() {
    let text = PlanText(usesColour: false).text(plan("1\u{1B}[31m"))
    #expect(!text.contains("\u{1B}"))
  }
}
