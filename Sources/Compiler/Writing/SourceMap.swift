import Blueprint
import Diagnostics
import Documents

/// Where every line of every file comes from, in a file beside them, so that the files themselves stay plain.
enum SourceMap {
  /// The file's name in the build folder.
  static let fileName = "source-map.json"

  /// For each file a list of runs, each `[first line, "Module/File.swift:12"]`; a run ends where the next begins, and
  /// lines that come from nowhere in particular have `null`.
  static func print(_ artifacts: [Artifact]) -> PrintedText {
    let files = artifacts.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .filter { artifact in artifact.text.origins.contains { $0 != nil } }
    return JSON.print(
      .mapping(files.map { ($0.path, Node.sequence(runs($0.text.origins))) }))
  }

  private static func runs(_ origins: [SourceLocation?]) -> [Node] {
    var runs: [Node] = []
    for (index, origin) in origins.enumerated() where index == 0 || origin != origins[index - 1] {
      runs.append([.int(index + 1), origin.map { .string($0.description) } ?? .null])
    }
    return runs
  }
}
