import Hashing
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that arrives: its digest on a line, then its bytes.
///
/// Until all of it has arrived it stands beside its place under another name; that name is gone with the value.
final class FileReceiver: Sendable {
  private struct State: ~Copyable {
    /// The digest's line so far; nothing once it is there.
    var announced: [UInt8]? = []
    var digest = ""
    var hash = SHA256Stream()
    var failure: FileFailure?
    var isInPlace = false
  }

  private let path: String
  private let part: String
  private let mode: mode_t
  private let descriptor: Int32
  private let state = Mutex(State())

  /// Makes the file beside its place, for its owner only.
  init(_ path: String, mode: String) throws(Misjudgement) {
    guard let mode = FileMode(mode) else { throw Misjudgement("\(mode.shown) is no mode such as 0600") }
    var status = stat()
    guard stat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR else {
      throw Misjudgement("'\(path)' is a folder")
    }
    self.path = path
    self.mode = mode_t(mode.bits)
    part = "\(path).rackbook-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Misjudgement(FileFailure(path: part, action: "make").description) }
  }

  deinit {
    close(descriptor)
    if !state.withLock({ $0.isInPlace }) { unlink(part) }
  }

  /// Takes the next bytes.
  func take(_ bytes: [UInt8]) { state.withLock { take(bytes, &$0) } }

  private func take(_ bytes: [UInt8], _ state: inout State) {
    var rest = bytes[...]
    if let before = state.announced {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
        // A line that is no digest is never a match in the end.
        state.announced = before + rest.prefix(200)
        return
      }
      state.digest = String(decoding: (before + rest[..<end]).prefix(64), as: UTF8.self)
      state.announced = nil
      rest = rest[(end + 1)...]
    }
    state.hash.add(rest)
    if state.failure == nil, !DurableFile.put(rest, to: descriptor) {
      state.failure = FileFailure(path: part, action: "write to")
    }
  }

  /// Gives the file its name, once all of it is on the disk.
  func finish() throws {
    try state.withLock { state in
      if let failure = state.failure { throw Misjudgement(failure.description) }
      guard state.announced == nil, state.hash.finish() == state.digest else {
        throw Misjudgement("what has arrived is not what was sent, or it was changed meanwhile")
      }
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else {
        throw Misjudgement(FileFailure(path: part, action: "flush").description)
      }
      guard rename(part, path) == 0 else { throw Misjudgement(FileFailure(path: path, action: "write").description) }
      state.isInPlace = true
    }
    do { try DurableFile.syncFolder(of: path) } catch { throw Misjudgement("\(error)") }
  }
}
