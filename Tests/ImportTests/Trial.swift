import Diagnostics
import Import
import LabTexts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder with files to import, removed when the trial is over.
struct Trial: ~Copyable {
  let folder: URL

  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "import-trial-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(files)
  }

  /// Adds files.
  func write(_ files: [String: String]) throws {
    for (path, text) in files {
      let target = folder.appending(path: path)
      try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: target)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path() }

  /// Imports kinds and paths, as they stand on a command line.
  func lab(_ words: String..., options: ImportOptions = ImportOptions()) throws -> ImportedLab {
    let paths = words.map { ImportKind(rawValue: $0) == nil ? path($0) : $0 }
    return ImportedLab(of: ImportSource.sources(paths) ?? [], options: options)
  }
}

extension ImportedLab {
  /// The codes of its diagnostics, each once.
  var codes: Set<String> { Set(diagnostics.map(\.code)) }

  /// Its Swift as one lab text.
  func text(_ name: String) -> LabText {
    let sources = SwiftSources(self, prefix: "Imported")
    var files = Dictionary(uniqueKeysWithValues: sources.files.map { ($0.name, $0.text) })
    files["Trial.swift"] =
      "import Rackbook\n\n@main struct Trial: Lab {\n  var body: [any Component] { \(sources.listName ?? "[]") }\n}\n"
    return LabText(name, files: files)
  }

  /// The Swift of all files together.
  var swift: String { SwiftSources(self, prefix: "Imported").files.map(\.text).joined(separator: "\n") }

  /// What became of the key at a path.
  func fate(of path: String) -> Residue.Fate? { residue.entries.first { $0.path == path }?.fate }
}
