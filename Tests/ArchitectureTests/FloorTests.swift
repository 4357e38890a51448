import Foundation
import Testing

/// The floors of `Package.swift`, kept by a test: a module imports only what lies below it, and the three folders that
/// grow never import each other.
@Suite("The floors of the house")
struct FloorTests {
  static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  /// What each module may import of ours.
  static let allowed: [String: Set<String>] = {
    let ground: Set = ["Diagnostics", "Documents", "Hashing", "ShippedFiles"]
    let growing: Set = ["Diagnostics", "Documents", "LabModel", "LabLanguage", "Blueprint"]
    return [
      "Diagnostics": [], "Documents": ["Diagnostics"], "Hashing": [], "ShippedFiles": [],
      "LabModel": ["Diagnostics", "Documents"], "LabLanguage": ["Diagnostics", "LabModel"],
      "Blueprint": ["Diagnostics", "Documents", "LabModel"],
      "Runbooks": ["Diagnostics", "Documents", "Hashing"],
      "Analysis": ["Diagnostics", "Documents", "LabModel", "LabLanguage"],
      "Checks": growing.union(["Analysis"]), "Systems": growing, "Emitters": growing.subtracting(["LabLanguage"]),
      "Diagrams": ["Diagnostics", "Documents", "Hashing", "LabModel", "LabLanguage"],
      "Portal": ground.union(["LabModel", "LabLanguage", "Analysis", "Blueprint", "Runbooks", "Diagrams"]),
      "Compiler": ground.union(growing).union([
        "Analysis", "Runbooks", "Checks", "Systems", "Emitters", "Diagrams", "Portal",
      ]),
      "SourceDocuments": ["Diagnostics"], "ComposeFile": ["Diagnostics", "SourceDocuments"],
      "Import": ground.union(["SourceDocuments", "LabModel", "LabLanguage", "ComposeFile", "Systems"]),
      "Rackbook": ground.union(growing).union(["Analysis", "Runbooks", "Compiler", "Systems"]),
      "RackbookModules": growing.union(["Analysis"]),
      "RackbookTesting": growing.union(["Analysis", "Compiler", "Runbooks"]),
    ]
  }()

  static func swiftFiles(below folder: URL) -> [URL] {
    let enumerator = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (enumerator?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }
  }

  @Test("a module imports only what lies below it", arguments: allowed.keys.sorted())
  func imports(module: String) throws {
    let files = Self.swiftFiles(below: Self.sources.appendingPathComponent(module))
    #expect(!files.isEmpty)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?m)^\s*(?:@\w+\s+)*(?:public |package |internal )?import (?:struct |enum )?(\w+)/)
      {
        let imported = String(match.1)
        if Self.allowed[imported] != nil, imported != module {
          #expect(
            Self.allowed[module]?.contains(imported) == true,
            "\(module)/\(file.lastPathComponent) imports \(imported), which does not lie below it")
        }
      }
    }
  }

  @Test("the words of the language need no Foundation", arguments: ["LabModel", "LabLanguage"])
  func noFoundation(module: String) throws {
    for file in Self.swiftFiles(below: Self.sources.appendingPathComponent(module)) {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("import Foundation"), "\(file.lastPathComponent)")
    }
  }

  @Test("a system names no type of another system")
  func systemsApart() throws {
    let folder = Self.sources.appendingPathComponent("Systems")
    let systems = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { $0.hasDirectoryPath }
    #expect(systems.count >= 2)
    for system in systems {
      let own = try Self.swiftFiles(below: system).map { try String(contentsOf: $0, encoding: .utf8) }.joined()
      for other in systems where other != system {
        for type in try Self.topLevelTypes(below: other) {
          #expect(!own.contains(try Regex("\\b\(type)\\b")), "\(system.lastPathComponent) names \(type)")
        }
      }
    }
  }

  private static func topLevelTypes(below folder: URL) throws -> [String] {
    try swiftFiles(below: folder).flatMap { file in
      try String(contentsOf: file, encoding: .utf8)
        .matches(of: /(?m)^(?:public |package )?(?:struct|enum|protocol|final class|actor) (\w+)/).map { String($0.1) }
    }
  }

  @Test("no file is longer than 400 lines", arguments: allowed.keys.sorted())
  func shortFiles(module: String) throws {
    for file in Self.swiftFiles(below: Self.sources.appendingPathComponent(module)) {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 400, "\(module)/\(file.lastPathComponent) has \(lines.count) lines")
    }
  }
}
