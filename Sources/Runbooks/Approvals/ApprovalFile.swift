#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The small files of an approval, which come from other people and may be anything.
enum ApprovalFile {
  /// The most bytes one may have.
  static let longest = 32_768

  /// Reads a file; no link, no pipe, nothing large.
  ///
  /// - Throws: ``FileFailure`` if it cannot be read, ``RunRefusal`` if it is no small file.
  static func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { throw FileFailure(path: path, action: "open") }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileFailure(path: path, action: "look at") }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= longest else {
      throw RunRefusal("'\(path)' is no file of at most \(longest) bytes")
    }
    var bytes = [UInt8](repeating: 0, count: longest + 1)
    let count = pread(file, &bytes, bytes.count, 0)
    guard count >= 0 else { throw FileFailure(path: path, action: "read") }
    guard count <= longest else { throw RunRefusal("'\(path)' is no file of at most \(longest) bytes") }
    return Array(bytes.prefix(count))
  }
}
