import Hashing
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Appends records to one run's journal, each on disk before the call returns.
///
/// After a failed write it refuses every further one: the run stops, and no step begins without a record of it.
public final class JournalWriter: Sendable {
  private struct State {
    var number: Int
    var head: String
    var isBroken = false
  }

  private let file: DurableFile
  private let clock: RunClock
  private let state: Mutex<State>

  /// Begins a new journal, readable by its owner only.
  ///
  /// - Throws: ``FileFailure`` if the file exists or cannot be made.
  public init(creating path: String, clock: RunClock) throws {
    file = try DurableFile(creating: path)
    self.clock = clock
    state = Mutex(State(number: 0, head: JournalRecord.noPrevious))
  }

  /// Goes on with a journal after its sound beginning; what follows that is cut off.
  ///
  /// - Throws: ``FileFailure`` if the file cannot be written.
  public init(continuing path: String, after reading: JournalReading, clock: RunClock) throws {
    file = try DurableFile(continuing: path, length: reading.soundBytes)
    self.clock = clock
    state = Mutex(State(number: reading.records.count, head: reading.head))
  }

  /// How many records the journal has.
  public var count: Int { state.withLock { $0.number } }

  /// Appends a record and waits until it is on disk.
  ///
  /// - Throws: ``FileFailure`` if it could not be written whole.
  public func append(_ event: JournalEvent) throws {
    try state.withLock { state in
      guard !state.isBroken else { throw FileFailure(path: file.path, action: "write to", code: EIO) }
      let record = JournalRecord(
        number: state.number + 1, time: clock.timestamp, previous: state.head, event: event)
      let line = try record.line
      do {
        try file.append(line + [UInt8(ascii: "\n")])
      } catch {
        state.isBroken = true
        throw error
      }
      state.number += 1
      state.head = SHA256.hex(of: line)
    }
  }
}
