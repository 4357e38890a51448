import Hashing

/// What a journal's bytes hold: the longest sound beginning, and what is wrong after it.
public struct JournalReading: Sendable, Hashable {
  /// What is wrong with a journal.
  public enum Damage: Sendable, Hashable, CustomStringConvertible {
    /// The last line has no end: the machine or the run was stopped while it was written, or the file was cut.
    case cutTail(line: Int, bytes: Int)
    /// A line is no record.
    case unreadable(line: Int)
    /// A line does not follow from the one before it: one of the two was changed, or lines are missing between them.
    case brokenChain(line: Int)

    /// The damage in one phrase.
    public var description: String {
      switch self {
      case .cutTail(let line, let bytes): "line \(line) is cut off after \(bytes) bytes"
      case .unreadable(let line): "line \(line) is no record"
      case .brokenChain(let line): "line \(line) does not follow from the line before it"
      }
    }
  }

  /// The records before any damage.
  public private(set) var records: [JournalRecord] = []
  /// How many bytes those records cover.
  public private(set) var soundBytes = 0
  /// The SHA-256 of each of those records' lines.
  public private(set) var lineHashes: [String] = []
  /// The first damage, if there is any.
  public private(set) var damage: Damage?

  /// The SHA-256 of the last sound line: the journal's head, which stands for all of it.
  public var head: String { lineHashes.last ?? JournalRecord.noPrevious }

  /// Whether the journal says how the run ended, and its own length agrees.
  ///
  /// A cut at a line's end shows only here, and against an anchor.
  public var isComplete: Bool {
    guard damage == nil, case .runEnd(let end) = records.last?.event else { return false }
    return end.records == records.count
  }

  /// Reads a journal's bytes; never fails.
  public init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let number = records.count + 1
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
        damage = .cutTail(line: number, bytes: bytes.count - start)
        return
      }
      let line = Array(bytes[start..<end])
      guard let record = JournalRecord(line: line) else {
        damage = .unreadable(line: number)
        return
      }
      guard record.number == number, record.previous == head else {
        damage = .brokenChain(line: number)
        return
      }
      records.append(record)
      lineHashes.append(SHA256.hex(of: line))
      start = end + 1
      soundBytes = start
    }
  }
}
