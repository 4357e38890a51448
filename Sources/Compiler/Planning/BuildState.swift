import Blueprint
import Diagnostics
import Documents

/// One side of a comparison: the files of a build with where their lines come from, and its snapshot.
///
/// The portal, the manifest and the side files are left out: they follow from the rest.
public struct BuildState: Sendable {
  /// What it is called in reports: `build/basement`, or `the lab as it is now`.
  public var title: String
  /// The snapshot; nil where nothing was built, or by a Rackbook that left none.
  public var snapshot: Snapshot?
  /// The files by path.
  public var files: [String: File] = [:]
  /// What the reader of a comparison has to know, one sentence each.
  public var remarks: [String] = []

  /// A file of a build.
  public struct File: Sendable {
    var lines: [String]
    var origins: LineOrigins
  }

  /// Where the lines of a file come from.
  enum LineOrigins: Sendable {
    case printed(PrintedText)
    case runs(SourceMap.Runs)

    /// The places of a line, counted from 0.
    func places(_ index: Int) -> [SourceLocation] {
      switch self {
      case .printed(let text): text.origins(ofLine: index + 1)
      case .runs(let runs): runs.places(ofLine: index + 1)
      }
    }
  }

  /// What a compilation would write.
  ///
  /// - Parameters:
  ///   - compilation: The compilation, accepted.
  ///   - title: What it is called in reports.
  public init(of compilation: Compilation, title: String = "the lab as it is now") {
    self.title = title
    snapshot = compilation.snapshot
    for artifact in compilation.artifacts where !Self.isLeftOut(artifact.path) {
      files[artifact.path] = File(lines: Self.lines(artifact.text.bytes), origins: .printed(artifact.text))
    }
  }

  /// What stands in a build folder; nothing, where it is not there yet.
  ///
  /// - Throws: ``PlanFailure`` where the folder cannot be read.
  public init(of folder: BuildFolder) throws(PlanFailure) {
    title = folder.path
    do {
      let manifest = try folder.manifest()
      let map = try folder.sourceMap()
      if let bytes = try folder.bytes(of: Snapshot.fileName) { snapshot = try Snapshot(reading: bytes) }
      for path in manifest.keys.sorted() where !Self.isLeftOut(path) {
        guard let bytes = try folder.bytes(of: path) else { continue }
        files[path] = File(lines: Self.lines(bytes), origins: .runs(map[path] ?? SourceMap.Runs()))
      }
    } catch let failure as PlanFailure {
      throw failure
    } catch let failure as WriteFailure {
      throw PlanFailure(failure.diagnostics)
    } catch {
      throw PlanFailure(PlanRules.unreadable.diagnostic("\(error)"))
    }
    if let edited = try? folder.editedFiles(), !edited.isEmpty {
      let names = edited.prefix(3).joined(separator: ", ") + (edited.count > 3 ? " and \(edited.count - 3) more" : "")
      remarks.append("Edited by hand, so that build would refuse: \(names).")
    }
    if snapshot == nil, !files.isEmpty {
      remarks.append("\(title) has no \(Snapshot.fileName): only files can be compared, not what they mean.")
    }
  }

  /// What stands in a folder that is to be compared with another: it must have been built.
  ///
  /// - Throws: ``PlanFailure`` where it was not, or cannot be read.
  public init(comparing folder: BuildFolder) throws(PlanFailure) {
    try self.init(of: folder)
    guard snapshot != nil else {
      throw PlanFailure(PlanRules.noSnapshot.diagnostic("\(folder.path) has no \(Snapshot.fileName)"))
    }
  }

  private static func isLeftOut(_ path: String) -> Bool {
    path.hasPrefix("portal/") || [SourceMap.fileName, Snapshot.fileName, Manifest.fileName].contains(path)
  }

  static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
