#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Keeps a second run of the same runbook out while one is going on.
///
/// Let go when the value or the process ends, however it ends; children do not hold it.
final class RunLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: ``RunRefusal`` naming the holder if it is taken, ``FileFailure`` if the file cannot be made.
  init(path: String, runbook: String, holder: String) throws {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileFailure(path: path, action: "open") }
    do {
      try Self.lock(file, path: path, runbook: runbook, holder: holder)
    } catch {
      close(file)
      throw error
    }
    descriptor = file
  }

  deinit {
    // Closing alone would leave it to a child that is just being forked and has not become another program yet.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func lock(_ file: Int32, path: String, runbook: String, holder: String) throws {
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else { throw FileFailure(path: path, action: "lock") }
      throw RunRefusal("'\(runbook)' is being run already, by \(content(of: file))")
    }
    let bytes = Array(holder.utf8)
    guard ftruncate(file, 0) == 0, pwrite(file, bytes, bytes.count, 0) == bytes.count else {
      throw FileFailure(path: path, action: "write to")
    }
  }

  private static func content(of descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    return text.isEmpty ? "an unknown holder" : text
  }
}
