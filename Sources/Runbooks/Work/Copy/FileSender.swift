import Hashing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file of this machine that is sent somewhere.
final class FileSender: Sendable {
  /// The SHA-256 of its bytes when it was opened.
  let digest: String
  private let descriptor: Int32

  /// Opens a file and reads it once.
  init(_ path: String) throws(Misjudgement) {
    // A pipe without a writer must not hold the run up.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Misjudgement(FileFailure(path: path, action: "open").description) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Misjudgement("'\(path)' is no file")
    }
    var hash = SHA256Stream()
    while true {
      guard let chunk = Self.read(descriptor) else {
        let failure = FileFailure(path: path, action: "read")
        close(descriptor)
        throw Misjudgement(failure.description)
      }
      if chunk.isEmpty { break }
      hash.add(chunk)
    }
    digest = hash.finish()
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit { close(descriptor) }

  /// The next bytes; empty at the end, or where they can no longer be read: the digest then tells at the other end.
  func next() -> [UInt8] { Self.read(descriptor) ?? [] }

  private static func read(_ descriptor: Int32) -> [UInt8]? {
    while true {
      var failed = false
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        #if canImport(Darwin)
          let got = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #else
          let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
        failed = got < 0
        count = max(got, 0)
      }
      guard failed else { return bytes }
      guard errno == EINTR else { return nil }
    }
  }
}
