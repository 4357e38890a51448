import Blueprint
import Diagnostics
import Documents
import LabModel
import Portal

/// Whether raw documents and files of one's own are written where nothing else is.
enum HatchPaths {
  /// Which raw document or file of one's own each path belongs to; the others are Rackbook's.
  static func owners(of artifacts: [Artifact], in lab: ResolvedLab) -> [String: ThingID] {
    let hatches = Dictionary(
      lab.things.compactMap { thing in thing is any Hatch ? (thing.declared, thing.id) : nil },
      uniquingKeysWith: { first, _ in first })
    guard !hatches.isEmpty else { return [:] }
    return Dictionary(
      artifacts.compactMap { artifact in
        artifact.text.origin(ofLine: 1).flatMap { hatches[$0] }.map { (artifact.path, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Looks for paths that are taken, lead out of the folder, or are Rackbook's own.
  ///
  /// - Parameters:
  ///   - artifacts: Every file that is made, of raw documents and of one's own too.
  ///   - owners: Which of them are by hand.
  ///   - log: Where clashes are reported.
  static func check(
    _ artifacts: [Artifact], _ owners: [String: ThingID], reporting log: inout DiagnosticLog
  ) {
    guard !owners.isEmpty else { return }
    let counts = Dictionary(artifacts.map { ($0.path, 1) }, uniquingKeysWith: +)
    let folders = Set(artifacts.flatMap { BuildPath.folders(above: $0.path) })
    for (path, owner) in owners {
      let problem: String? =
        if !BuildPath.isBelow(path) {
          "'\(path)' is no path below the build folder"
        } else if isReserved(path) {
          "\(path) is Rackbook's own"
        } else if counts[path] ?? 0 > 1 {
          "\(path) is made already"
        } else if folders.contains(path) {
          "\(path) is a folder, in which other files are made"
        } else if let file = BuildPath.folders(above: path).first(where: { counts[$0] != nil }) {
          "\(path) lies below \(file), which is a file"
        } else {
          nil
        }
      if let problem { log.add(HatchRules.taken.diagnostic(about: owner, problem)) }
    }
  }

  private static func isReserved(_ path: String) -> Bool {
    [Manifest.fileName, SourceMap.fileName, Portal.folder].contains(path) || path.hasPrefix("\(Portal.folder)/")
  }
}
