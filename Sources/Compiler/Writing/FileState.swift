#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What tells whether a file was touched, without reading it.
///
/// It is made of size, permissions, inode, and the times of content and entry. Whoever writes to a file moves the last of
/// them, which no program can set.
enum FileState {
  /// A file, followed where it is a link; no text where there is none.
  static func text(of path: String) -> String {
    var status = stat()
    return stat(path, &status) == 0 ? text(status) : ""
  }

  /// Everything below a folder in the order of names, as bytes to take a digest of; links are not followed.
  static func bytes(below folder: String) throws(FileSystem.Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    try append(below: folder, to: &bytes)
    return bytes
  }

  /// Numbers go in as they are: as digits, those of ten thousand files take longer than asking for them.
  private static func append(below folder: String, to bytes: inout [UInt8]) throws(FileSystem.Failure) {
    for name in try FileSystem.names(in: folder) {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      bytes.append(contentsOf: path.utf8)
      bytes.append(0)
      for number in numbers(status) { withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) } }
      if status.st_mode & S_IFMT == S_IFDIR { try append(below: path, to: &bytes) }
    }
  }

  private static func text(_ status: stat) -> String { numbers(status).map(String.init).joined(separator: " ") }

  private static func numbers(_ status: stat) -> [Int] {
    #if canImport(Glibc)
      let (content, entry) = (status.st_mtim, status.st_ctim)
    #else
      let (content, entry) = (status.st_mtimespec, status.st_ctimespec)
    #endif
    return [
      Int(status.st_size), Int(status.st_mode), Int(status.st_ino), content.tv_sec, content.tv_nsec, entry.tv_sec,
      entry.tv_nsec,
    ]
  }
}
