import Blueprint
import Diagnostics
import Documents

/// Where every line of every file comes from, in a file beside them, so that the files themselves stay plain.
///
/// For each file it has a list of runs, each `[first line, "Module/File.swift:12", ...]`: the place that the lines stand
/// for, then the other places whose values they show. A run ends where the next begins; lines that come from nowhere in
/// particular have `null`.
enum SourceMap {
  /// The file's name in the build folder.
  static let fileName = "source-map.json"

  /// The map of some files; files without any origin are left out.
  static func print(_ artifacts: [Artifact]) -> PrintedText {
    let positions = artifacts.indices.filter { artifacts[$0].text.origins.contains { $0 != nil } }
      .sorted { artifacts[$0].path.precedesInBytes(artifacts[$1].path) }
    return JSON.print(.mapping(positions.map { (artifacts[$0].path, Node.sequence(runs(artifacts[$0].text))) }))
  }

  private static func runs(_ text: PrintedText) -> [Node] {
    var runs: [Node] = []
    var last: [SourceLocation]?
    for (index, origin) in text.origins.enumerated() {
      let further = text.furtherOrigins[index]
      let isSame = index > 0 && origin == text.origins[index - 1] && further == last
      last = further
      if isSame { continue }
      let places = last == nil ? origin.map { [$0] } ?? [] : text.origins(ofLine: index + 1)
      let names = places.isEmpty ? [Node.null] : places.map { Node.string($0.description) }
      runs.append(.sequence([.int(index + 1)] + names))
    }
    return runs
  }
}
