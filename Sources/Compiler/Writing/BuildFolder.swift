import Blueprint
import Diagnostics
import Documents
import Hashing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder that a build is written to; it owns the files that its manifest names, and no other.
///
/// Writing is atomic: the new tree is put together beside the folder and swapped in with one call, so a build that is
/// killed or runs out of disk leaves the old tree as it was. Files that Rackbook did not write are carried over untouched;
/// its own that are no longer made are left out; one that was edited by hand stops the build.
public struct BuildFolder: Sendable {
  /// What writing did.
  public enum Outcome: Sendable, Equatable {
    /// Every file was as it should be.
    case unchanged(files: Int)
    /// The tree was replaced: how many files are new, changed and gone.
    case written(new: Int, changed: Int, removed: Int, files: Int)

    /// How many files there are.
    public var files: Int {
      switch self {
      case .unchanged(let files), .written(_, _, _, let files): files
      }
    }
  }

  /// The folder's path, without a slash at its end.
  public let path: String

  /// Names a folder; it need not exist.
  public init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Writes files.
  ///
  /// - Parameters:
  ///   - artifacts: The files.
  ///   - lab: The lab's name.
  ///   - discardingEdits: Whether files that were edited by hand are replaced.
  /// - Returns: What was done.
  /// - Throws: ``WriteFailure`` with diagnostics; nothing was changed then.
  public func write(_ artifacts: [Artifact], lab: String, discardingEdits: Bool = false) throws(WriteFailure) -> Outcome
  {
    do {
      try check(paths: artifacts)
      if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
        try FileSystem.makeFolders(String(path[..<slash]))
      }
      guard let lock = try FileSystem.lock("\(path).rackbook-lock") else {
        throw WriteFailure(BuildRules.busy.diagnostic("another build is writing to \(path)"))
      }
      defer { FileSystem.unlock(lock) }
      return try replace(with: artifacts, lab: lab, discardingEdits: discardingEdits)
    } catch let failure as WriteFailure {
      throw failure
    } catch {
      throw WriteFailure(BuildRules.notWritten.diagnostic("\(error)"))
    }
  }

  private var staging: String { "\(path).rackbook-new" }

  private func replace(with artifacts: [Artifact], lab: String, discardingEdits: Bool) throws -> Outcome {
    try recover()
    let old = try oldManifest()
    let map = Artifact(SourceMap.fileName, SourceMap.print(artifacts))
    let files = artifacts + [map]
    let new = Manifest(lab: lab, artifacts: files)
    let found = try digests(of: Array(old.files.keys))
    if !discardingEdits { try refuseEdits(old, found) }
    if new == old, found == old.files { return .unchanged(files: new.files.count) }
    let foreign = try foreignFiles(owned: old)
    try refuseClashes(foreign, with: new)
    do {
      try stage(files, new, keeping: foreign, found)
    } catch {
      // On a full disk, half a tree would only be in the way. What cannot be removed now, the next build removes.
      try? FileSystem.remove(staging)
      throw error
    }
    try FileSystem.exchange(staging, with: path)
    // The new tree is in place. What is left of the old one, the next build removes.
    try? FileSystem.remove(staging)
    return .written(
      new: new.files.keys.count { old.files[$0] == nil },
      changed: new.files.count { old.files[$0.key] != nil && old.files[$0.key] != $0.value },
      removed: old.files.keys.count { new.files[$0] == nil }, files: new.files.count)
  }

  /// Puts the new tree together beside the old one, and sees to it that it is on the disk.
  private func stage(
    _ files: [Artifact], _ new: Manifest, keeping foreign: [String], _ found: [String: String]
  ) throws {
    try FileSystem.makeFolder(staging)
    for file in foreign { try keep(file) }
    for file in files.sorted(by: { $0.path < $1.path }) { try stage(file, found[file.path] == new.files[file.path]) }
    try FileSystem.write(new.printed.bytes, to: "\(staging)/\(Manifest.fileName)", mode: 0o644)
    try FileSystem.sync(staging)
  }

  /// Cleans up after a build that was killed.
  private func recover() throws {
    let aside = "\(path).rackbook-old"
    if FileSystem.entry(at: path) == .nothing, FileSystem.entry(at: aside) == .folder {
      try FileSystem.exchange(aside, with: path)
    }
    try FileSystem.remove(aside)
    try FileSystem.remove(staging)
  }

  private func check(paths artifacts: [Artifact]) throws {
    var seen: Set<String> = [Manifest.fileName, SourceMap.fileName]
    for artifact in artifacts {
      let isBelow = BuildPath.isBelow(artifact.path)
      guard isBelow, seen.insert(artifact.path).inserted else {
        throw WriteFailure(
          BuildRules.badPath.diagnostic(
            at: artifact.text.origins.lazy.compactMap { $0 }.first,
            isBelow ? "\(artifact.path) is made twice" : "'\(artifact.path)' is not a path below the build folder"))
      }
    }
  }

  func oldManifest() throws -> Manifest {
    let file = "\(path)/\(Manifest.fileName)"
    guard FileSystem.entry(at: file) == .file else { return Manifest(lab: "", artifacts: []) }
    let bytes = try FileSystem.bytes(of: file)
    do {
      return try JSONDecoder().decode(Manifest.self, from: Data(bytes))
    } catch {
      throw WriteFailure(BuildRules.brokenManifest.diagnostic("\(file) cannot be read as a manifest"))
    }
  }

  /// The digests of the files that are there.
  private func digests(of paths: [String]) throws -> [String: String] {
    var digests: [String: String] = [:]
    for file in paths where FileSystem.entry(at: "\(path)/\(file)") == .file {
      digests[file] = SHA256.hex(of: try FileSystem.bytes(of: "\(path)/\(file)"))
    }
    return digests
  }

  private func refuseEdits(_ old: Manifest, _ found: [String: String]) throws {
    let edited = found.filter { old.files[$0.key] != $0.value }.keys.sorted()
    guard edited.isEmpty else {
      throw WriteFailure(edited.map { BuildRules.edited.diagnostic("\(path)/\($0) was edited by hand") })
    }
  }

  private func refuseClashes(_ foreign: [String], with new: Manifest) throws {
    let taken = Set(new.files.keys).union([Manifest.fileName])
    // A folder of ours cannot be made where a file of someone else stands, nor the other way round.
    let above = Set(taken.flatMap(BuildPath.folders(above:)))
    let clashes = foreign.filter { file in
      taken.contains(file) || above.contains(file) || BuildPath.folders(above: file).contains { taken.contains($0) }
    }
    guard clashes.isEmpty else {
      throw WriteFailure(clashes.map { BuildRules.inTheWay.diagnostic("\(path)/\($0) is in the way") })
    }
  }

  /// Everything in the folder that the manifest does not name: files, links, and folders without anything in them.
  private func foreignFiles(owned: Manifest) throws -> [String] {
    guard FileSystem.entry(at: path) == .folder else {
      if FileSystem.entry(at: path) != .nothing {
        throw WriteFailure(BuildRules.inTheWay.diagnostic("\(path) is in the way: it is not a folder"))
      }
      return []
    }
    let ownedFolders = Set(owned.files.keys.flatMap(BuildPath.folders(above:)))
    var foreign: [String] = []
    func walk(_ folder: String) throws {
      let names = try FileSystem.names(in: folder.isEmpty ? path : "\(path)/\(folder)")
      if names.isEmpty, !folder.isEmpty, !ownedFolders.contains(folder) { foreign.append(folder) }
      for name in names {
        let file = folder.isEmpty ? name : "\(folder)/\(name)"
        if FileSystem.entry(at: "\(path)/\(file)") == .folder {
          try walk(file)
        } else if owned.files[file] == nil, file != Manifest.fileName {
          foreign.append(file)
        }
      }
    }
    try walk("")
    return foreign
  }

  private func keep(_ file: String) throws {
    try makeFolders(above: file)
    let (old, new) = ("\(path)/\(file)", "\(staging)/\(file)")
    switch FileSystem.entry(at: old) {
    case .folder: try FileSystem.makeFolder(new)
    case .link: try FileSystem.copyLink(old, as: new)
    default: try FileSystem.link(old, as: new)
    }
  }

  private func stage(_ artifact: Artifact, _ isUnchanged: Bool) throws {
    try makeFolders(above: artifact.path)
    let new = "\(staging)/\(artifact.path)"
    if isUnchanged {
      try FileSystem.link("\(path)/\(artifact.path)", as: new)
    } else {
      try FileSystem.write(artifact.text.bytes, to: new, mode: artifact.isExecutable ? 0o755 : 0o644)
    }
  }

  private func makeFolders(above file: String) throws {
    if let folder = BuildPath.folders(above: file).last { try FileSystem.makeFolders("\(staging)/\(folder)") }
  }
}

/// Why a build was not written; nothing was changed.
public struct WriteFailure: Error, Sendable {
  /// The reasons.
  public let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
  init(_ diagnostic: Diagnostic) { self.diagnostics = [diagnostic] }
}
