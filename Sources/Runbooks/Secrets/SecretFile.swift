#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that holds one secret.
enum SecretFile {
  /// Reads a secret's file; a line end at its end does not count.
  ///
  /// - Throws: ``FileFailure`` if it cannot be read, ``RunRefusal`` if others can read it, or it is no text.
  static func read(_ path: String) throws -> String {
    // Non-blocking, so that a pipe in the place of the file does not stop the run.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw FileFailure(path: path, action: "open") }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileFailure(path: path, action: "look at") }
    guard status.st_mode & S_IFMT == S_IFREG else { throw RunRefusal("'\(path)' is no file") }
    guard status.st_uid == geteuid() || status.st_uid == 0 else {
      throw RunRefusal("'\(path)' belongs to somebody else")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw RunRefusal(
        "'\(path)' can be read by others: its mode is \(String(status.st_mode & 0o777, radix: 8)), not 600")
    }
    var bytes = [UInt8](repeating: 0, count: Redactor.longest + 2)
    let count = fill(from: file, &bytes)
    guard count >= 0 else { throw FileFailure(path: path, action: "read") }
    var value = bytes.prefix(count)
    if value.last == UInt8(ascii: "\n") { value.removeLast() }
    if value.last == UInt8(ascii: "\r") { value.removeLast() }
    guard let text = String(validating: value, as: UTF8.self) else { throw RunRefusal("'\(path)' is no text in UTF-8") }
    return text
  }

  /// Reads to the end of a file, or until there is no more room.
  private static func fill(from file: Int32, _ bytes: inout [UInt8]) -> Int {
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled, off_t(filled))
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return -1 }
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}
