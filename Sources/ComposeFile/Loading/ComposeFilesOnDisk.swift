#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files of one folder and what lies below it; links that lead out are refused like paths that do.
public struct ComposeFilesOnDisk: ComposeFiles {
  private let folder: String
  private let root: String

  /// Reads files below a folder.
  ///
  /// - Parameters:
  ///   - folder: The project's folder; relative paths start there.
  ///   - root: The folder that may be read; the project's folder unless set otherwise.
  public init(folder: String, root: String? = nil) {
    self.folder = Self.realPath(folder) ?? folder
    self.root = Self.realPath(root ?? folder) ?? root ?? folder
  }

  /// The bytes of a regular file.
  public func read(_ path: String, limit: Int) throws(ComposeFileRefusal) -> [UInt8]? {
    let wanted = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    guard let real = Self.realPath(wanted) else {
      if !isInside(ComposePath.normalized(wanted)) { throw .outside }
      return nil
    }
    guard isInside(real) else { throw .outside }
    var facts = stat()
    guard stat(real, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { throw .unreadable }
    guard facts.st_size <= limit else { throw .tooLarge }
    guard let data = try? Data(contentsOf: URL(filePath: real)) else { throw .unreadable }
    guard data.count <= limit else { throw .tooLarge }
    return Array(data)
  }

  private func isInside(_ path: String) -> Bool {
    root == "/" || path == root || path.hasPrefix("\(root)/")
  }

  private static func realPath(_ path: String) -> String? {
    guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
