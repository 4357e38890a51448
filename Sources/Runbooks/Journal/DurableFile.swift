#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that is only appended to, and only through to the disk.
///
/// Closed when the value goes.
final class DurableFile: JournalStore {
  let path: String
  private let descriptor: Int32

  /// Makes a new file for its owner only, and its name durable.
  init(creating path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFailure(path: path, action: "make") }
    try Self.syncFolder(of: path)
  }

  /// Opens a file to append after its first bytes, cutting off the rest.
  init(continuing path: String, length: Int) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(path: path, action: "open") }
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw FileFailure(path: path, action: "cut") }
  }

  deinit { close(descriptor) }

  /// Writes bytes at the end and waits for the disk.
  func append(_ bytes: [UInt8]) throws { try Self.write(bytes, to: descriptor, path: path) }

  /// Writes bytes to an open file, whole, and waits for the disk.
  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws {
    guard put(bytes[...], to: descriptor) else { throw FileFailure(path: path, action: "write to") }
    guard flush(descriptor) else { throw FileFailure(path: path, action: "flush") }
  }

  /// Writes bytes to an open file, pipe or terminal, whole.
  ///
  /// - Parameters:
  ///   - bytes: What is written.
  ///   - descriptor: Where to.
  /// - Returns: Whether all of it was written; `errno` says why not.
  static func put(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  /// Makes the names in a file's folder durable.
  static func syncFolder(of path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(path: folder, action: "open") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileFailure(path: folder, action: "flush") }
  }

  private static func flush(_ descriptor: Int32) -> Bool {
    #if canImport(Darwin)
      // fsync on macOS stops at the drive's cache.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return true }
    #endif
    return fsync(descriptor) == 0
  }
}

/// `write` of the C library, which bears the name of a member above.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
