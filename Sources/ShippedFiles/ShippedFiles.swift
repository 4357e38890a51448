import CShippedFiles

/// The files of this repository that travel inside the binary: the portal's styles and scripts, runbooks, templates.
///
/// Paths are those of the repository, as in `site/styles/base.css`.
public enum ShippedFiles {
  /// Every path, in order.
  public static let paths: [String] = table.keys.sorted()

  /// The paths below a folder, in order; the folder is named without a slash at its end, as in `runbooks`.
  public static func paths(below folder: String) -> [String] {
    paths.filter { $0.hasPrefix(folder + "/") }
  }

  /// The bytes of a file, or nil where there is none of that path.
  public static func bytes(of path: String) -> [UInt8]? {
    guard let index = table[path] else { return nil }
    let file = rackbook_shipped_file(index)
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }

  /// The text of a file, or nil where there is none of that path.
  public static func text(of path: String) -> String? {
    bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private static let table: [String: Int] = {
    let count = rackbook_shipped_file_count()
    return Dictionary(
      (0..<count).map { (String(cString: rackbook_shipped_file($0).path), $0) }, uniquingKeysWith: { first, _ in first }
    )
  }()
}
