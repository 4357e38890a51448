#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What lies in folders, in the same order on every machine.
enum FileListing {
  /// Whether a path is a folder; nil where nothing is there.
  static func isFolder(_ path: String) -> Bool? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder
  }

  /// The names in a folder, sorted byte by byte.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The files below a folder whose names end in one of these, folders that begin with a dot left out.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - endings: What names end in.
  ///   - depth: How deep it looks; links in a ring end there.
  /// - Returns: Paths in order.
  static func files(below folder: String, endings: [String], depth: Int = 16) -> [String] {
    guard depth > 0 else { return [] }
    return names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      if isFolder(path) == true { return files(below: path, endings: endings, depth: depth - 1) }
      return endings.contains(where: name.hasSuffix) ? [path] : []
    }
  }
}
