import Blueprint
import Compiler
import Diagnostics
import Documents
import Foundation
import Testing

@Suite("Where a line came from, and what came from a line")
struct WhereTests {
  let parent = FileManager.default.temporaryDirectory.appendingPathComponent("rackbook-\(UUID().uuidString)")
  private var folder: BuildFolder { BuildFolder(parent.appendingPathComponent("build").path) }

  /// The answer for a place in the build of the tests' lab.
  private func find(_ place: String) throws -> LineOrigin.Answer {
    defer { try? FileManager.default.removeItem(at: parent) }
    _ = try folder.write(TestLab().compilation.files, lab: "test")
    return try LineOrigin.find(place, in: folder)
  }

  private func line(of text: String) throws -> Int {
    let artifact = try #require(
      TestLab().compilation.artifacts.first { $0.path == "terraform/test/main.tf.json" })
    let lines = artifact.text.text.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(text) }) + 1
  }

  @Test("a line of a file leads to the declaration, with or without the folder's path")
  func forth() throws {
    let line = try line(of: "\"dedicated\": 8192")
    let web = Diagnostics.SourceLocation("PlanTests/TestLab.swift", 20)
    #expect(try find("terraform/test/main.tf.json:\(line)") == .lab([web]))
    #expect(try find("\(folder.path)/terraform/test/main.tf.json:\(line)") == .lab([web]))
    #expect(try find("../lab/build/terraform/test/main.tf.json:\(line)") == .lab([web]))
  }

  @Test("a line that shows values of several things leads to all of them")
  func several() throws {
    guard case .lab(let places) = try find("terraform/test/main.tf.json:\(try line(of: "192.168.10.31/24"))") else {
      Issue.record("no places")
      return
    }
    #expect(
      places == [
        Diagnostics.SourceLocation("PlanTests/TestLab.swift", 20),
        Diagnostics.SourceLocation("PlanTests/TestLab.swift", 1),
      ])
  }

  @Test("a declaration leads to every line that came from it")
  func back() throws {
    guard case .files(let lines) = try find("PlanTests/TestLab.swift:44") else {
      Issue.record("no lines")
      return
    }
    let texts = lines.map(\.text)
    #expect(texts.contains { $0.contains("server_name mealie.lab.example;") }, "\(texts)")
    #expect(lines.allSatisfy { $0.place.file.hasPrefix(folder.path) })
  }

  @Test(
    "what leads nowhere is said, with what may have been meant",
    arguments: [
      ("nonsense", "is no file:line"), ("terraform/test/main.tf.json:99999", "there is no line 99999"),
      ("PlanTests/TestLab.swift:9999", "nothing in the build came from"), ("x:0", "is no file:line"),
      ("manifest.json:1", "nothing in the build came from"),
      ("terraform/test/man.tf.json:3", "did you mean 'terraform/test/main.tf.json'?"),
      ("tf/production/main.tf.json:3", "did you mean 'terraform/test/main.tf.json'?"),
      ("tf/production/mian.tf.json:3", "did you mean 'terraform/test/main.tf.json'?"),
      ("Sources/Lab/TestLab.swift:44", "did you mean 'PlanTests/TestLab.swift'?"),
    ])
  func nowhere(place: String, reason: String) {
    do {
      _ = try find(place)
      Issue.record("found something")
    } catch let failure as PlanFailure {
      #expect(failure.diagnostics.map(\.code) == ["RB0953"])
      let said = failure.diagnostics.flatMap { [$0.message] + $0.solutions }
      #expect(said.contains { $0.contains(reason) }, "\(said)")
    } catch {
      Issue.record("\(error)")
    }
  }
}
