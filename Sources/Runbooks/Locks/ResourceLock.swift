import Hashing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One resource, held by one run.
///
/// Let go when the value or the process ends, however it ends; children do not hold it.
final class ResourceLock: Sendable {
  /// What came of trying.
  enum Attempt {
    /// It is held now.
    case taken(ResourceLock)
    /// It cannot be had; why, in one phrase.
    case refused(String)
  }

  let resource: String
  private let path: String
  private let descriptor: Int32

  private init(resource: String, path: String, descriptor: Int32) {
    self.resource = resource
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    // An empty file says that it was let go in good order.
    _ = ftruncate(descriptor, 0)
    // Closing alone would leave it to a child that is just being forked and has not become another program yet.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Tries to take a resource, without waiting.
  ///
  /// - Parameters:
  ///   - resource: The resource's name.
  ///   - folder: Where the files of locks are.
  ///   - holder: What others are shown.
  ///   - remains: What is left of a holder that ended without letting go; nothing where nothing is.
  /// - Returns: The lock, or why it cannot be had.
  /// - Throws: ``FileFailure`` if the lock's file cannot be made or written.
  static func attempt(
    _ resource: String, in folder: String, holder: LockHolder, remains: (LockHolder) -> String?
  ) throws -> Attempt {
    let path = "\(folder)/\(fileName(resource))"
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw FileFailure(path: path, action: "open") }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      defer { close(file) }
      guard errno == EWOULDBLOCK else { throw FileFailure(path: path, action: "lock") }
      return .refused(
        "'\(resource)' is held by \(content(of: file)?.description ?? "somebody who has not said so yet")")
    }
    if let former = content(of: file), former.run != holder.run, let rest = remains(former) {
      flock(file, LOCK_UN)
      close(file)
      return .refused("'\(resource)' is not free yet: \(rest)")
    }
    let lock = ResourceLock(resource: resource, path: path, descriptor: file)
    try lock.show(holder)
    return .taken(lock)
  }

  /// Changes what others are shown.
  ///
  /// - Throws: ``FileFailure`` if it cannot be written.
  func show(_ holder: LockHolder) throws {
    let bytes = holder.bytes
    guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else {
      throw FileFailure(path: path, action: "write to")
    }
  }

  /// A resource's name as a file's name; no two resources share one.
  static func fileName(_ resource: String) -> String {
    let readable = String(resource.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(60))
    return "\(readable)-\(SHA256.hex(of: resource).prefix(16)).lock"
  }

  private static func content(of descriptor: Int32) -> LockHolder? {
    var bytes = [UInt8](repeating: 0, count: LockHolder.size)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? LockHolder(bytes: Array(bytes.prefix(count))) : nil
  }
}
