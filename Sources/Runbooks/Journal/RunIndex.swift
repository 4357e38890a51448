#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file that anchors the journals of a folder: how many lines a journal had at some moment, and its head then.
///
/// A chain of hashes cannot show that its end was cut off; a count kept elsewhere can. The file is only appended to, one
/// line each time: the head, the count and the run, with blanks between them. The last line of a run counts.
public struct RunIndex: Sendable, Hashable {
  /// What a journal was at some moment.
  public struct Anchor: Sendable, Hashable {
    /// How many lines it had.
    public var records: Int
    /// The SHA-256 of the last of them.
    public var head: String
  }

  /// The file's path.
  public let path: String

  init(_ path: String) { self.path = path }

  /// Writes down what a journal is now, through to the disk.
  ///
  /// - Throws: ``FileFailure`` if it could not be written whole.
  func write(_ anchor: Anchor, of run: String) throws {
    let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileFailure(path: path, action: "open") }
    defer { close(file) }
    guard flock(file, LOCK_EX) == 0 else { throw FileFailure(path: path, action: "lock") }
    defer { flock(file, LOCK_UN) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileFailure(path: path, action: "look at") }
    var last = UInt8(ascii: "\n")
    if status.st_size > 0, pread(file, &last, 1, status.st_size - 1) != 1 {
      throw FileFailure(path: path, action: "read")
    }
    // A line that a crash has cut short stays a line of its own, which nobody can read.
    let open = last == UInt8(ascii: "\n") ? "" : "\n"
    try DurableFile.write(Array("\(open)\(anchor.head) \(anchor.records) \(run)\n".utf8), to: file, path: path)
    if status.st_size == 0 { try DurableFile.syncFolder(of: path) }
  }

  /// What a run's journal was when it was anchored last; nothing if it never was.
  ///
  /// - Throws: ``FileFailure`` if the file is there and cannot be read.
  public func anchor(of run: String) throws -> Anchor? { try anchors()[run] }

  /// The last anchor of every run; lines that are none are passed over.
  ///
  /// - Throws: ``FileFailure`` if the file is there and cannot be read.
  public func anchors() throws -> [String: Anchor] {
    guard access(path, F_OK) == 0 else { return [:] }
    guard let bytes = FileManager.default.contents(atPath: path) else { throw FileFailure(path: path, action: "read") }
    var anchors: [String: Anchor] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3, words[0].utf8.count == 64, let records = Int(words[1]), records > 0 else { continue }
      anchors[words[2]] = Anchor(records: records, head: words[0])
    }
    return anchors
  }
}
