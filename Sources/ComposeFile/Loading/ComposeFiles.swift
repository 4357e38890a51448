/// Where a load takes its files from.
public protocol ComposeFiles: Sendable {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: Relative to the project's folder, or absolute; without `.` and `..` in its middle.
  ///   - limit: The most bytes that are wanted.
  /// - Returns: The bytes; nil where there is no such file.
  /// - Throws: ``ComposeFileRefusal``.
  func read(_ path: String, limit: Int) throws(ComposeFileRefusal) -> [UInt8]?
}

/// Why a file is not read.
public enum ComposeFileRefusal: Error, Sendable, Hashable {
  /// It lies outside the folder that may be read.
  case outside
  /// It has more bytes than wanted.
  case tooLarge
  /// It is a folder, a device, or may not be read.
  case unreadable
}

/// Files held in memory, by path.
public struct ComposeFilesInMemory: ComposeFiles {
  /// The texts by path.
  public var texts: [String: String]

  /// Holds texts by path.
  public init(_ texts: [String: String]) {
    self.texts = texts
  }

  /// The bytes of a text; paths that lead out of the project's folder are refused.
  public func read(_ path: String, limit: Int) throws(ComposeFileRefusal) -> [UInt8]? {
    if path.hasPrefix("../") || path == ".." || path.hasPrefix("/") { throw .outside }
    guard let text = texts[path] else { return nil }
    if text.utf8.count > limit { throw .tooLarge }
    return Array(text.utf8)
  }
}
