import Blueprint
import Compiler
import Documents
import Foundation
import LabLanguage
import LabModel
import Testing

@testable import Basement
@testable import Mini
@testable import Shop

/// Whole trees of the example labs, as they were reviewed; the portal's pages have tests of their own.
///
/// `RECORD_GOLDENS=1 swift test --filter GoldenTests` writes them anew and fails, so that nobody records by accident;
/// read the difference before you commit it.
@Suite("The example labs give what was reviewed")
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden")
  static let records = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

  struct Example: CustomTestStringConvertible {
    var lab: ResolvedLab
    var testDescription: String { lab.name }
  }

  static let examples = [
    Mini().resolved, Basement().resolved, Shop(environment: .staging).resolved,
    Shop(environment: .production).resolved,
  ].map(Example.init)

  @Test("file by file, and no file more or less", arguments: examples)
  func golden(_ example: Example) throws {
    let compilation = compile(example.lab)
    #expect(compilation.isAccepted, "\(compilation.diagnostics)")
    let made = compilation.artifacts.filter { !$0.path.hasPrefix("portal/") }
    let golden = Self.folder.appendingPathComponent(example.lab.name)
    if Self.records {
      try record(made, in: golden)
      Issue.record("recorded \(made.count) files of \(example.lab.name): read the difference before you commit it")
      return
    }
    for artifact in made {
      let expected = try? String(contentsOf: golden.appendingPathComponent(artifact.path), encoding: .utf8)
      if expected != artifact.text.text {
        Issue.record(
          "\(example.lab.name)/\(artifact.path): \(Self.firstDifference(expected ?? "", artifact.text.text))")
      }
    }
    let paths = Set(made.map(\.path))
    for path in try FileManager.default.subpathsOfDirectory(atPath: golden.path) where !paths.contains(path) {
      var isFolder: ObjCBool = false
      let file = golden.appendingPathComponent(path).path
      if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue {
        Issue.record("\(example.lab.name)/\(path) is no longer made")
      }
    }
  }

  private func record(_ artifacts: [Artifact], in folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for artifact in artifacts {
      let file = folder.appendingPathComponent(artifact.path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(artifact.text.bytes).write(to: file)
    }
  }

  static func firstDifference(_ expected: String, _ made: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = made.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(old.count, new.count) {
      let (left, right) = (old.dropFirst(index).first, new.dropFirst(index).first)
      if left != right {
        return "line \(index + 1)\n  reviewed: \(left ?? "(nothing)")\n  made:     \(right ?? "(nothing)")"
      }
    }
    return "differs"
  }
}
