import Hashing
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Appends records to one run's journal, each on disk before the call returns.
///
/// Secrets are taken out of every event. At gates, approvals and the run's beginnings and ends the journal is anchored in
/// the folder's index too. After a failed
/// write it refuses every further one: the run stops, and no step begins without a record of it.
public final class JournalWriter: Sendable {
  private struct State {
    var number: Int
    var head: String
    var isBroken = false
  }

  private let run: String
  private let file: any JournalStore
  private let index: RunIndex?
  private let clock: RunClock
  private let redactor: Redactor
  private let state: Mutex<State>

  /// Begins a new journal, readable by its owner only.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - folder: Where the journal goes.
  ///   - clock: The clocks.
  ///   - redactor: Takes secrets out of what is written.
  /// - Throws: ``FileFailure`` if the file exists or cannot be made.
  public init(
    creating run: String, in folder: RunFolder, clock: RunClock, redactor: Redactor = Redactor([:])
  ) throws {
    self.run = run
    file = try DurableFile(creating: folder.journalPath(run))
    index = folder.index
    self.clock = clock
    self.redactor = redactor
    state = Mutex(State(number: 0, head: JournalRecord.noPrevious))
  }

  /// Goes on with a journal after its sound beginning; what follows that is cut off.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - folder: Where the journal is.
  ///   - reading: What it holds.
  ///   - clock: The clocks.
  ///   - redactor: Takes secrets out of what is written.
  /// - Throws: ``FileFailure`` if the file cannot be written.
  public init(
    continuing run: String, in folder: RunFolder, after reading: JournalReading, clock: RunClock,
    redactor: Redactor = Redactor([:])
  ) throws {
    self.run = run
    file = try DurableFile(continuing: folder.journalPath(run), length: reading.soundBytes)
    index = folder.index
    self.clock = clock
    self.redactor = redactor
    state = Mutex(State(number: reading.records.count, head: reading.head))
  }

  /// Begins a journal that is kept in memory, of a run that carries nothing out.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - memory: Where its lines go.
  ///   - clock: The clocks.
  init(keeping run: String, in memory: MemoryJournal, clock: RunClock) {
    self.run = run
    file = memory
    index = nil
    self.clock = clock
    redactor = Redactor([:])
    state = Mutex(State(number: 0, head: JournalRecord.noPrevious))
  }

  /// How many records the journal has.
  public var count: Int { state.withLock { $0.number } }

  /// The SHA-256 of the last line, which stands for all of the journal.
  public var head: String { state.withLock { $0.head } }

  /// Appends a record and waits until it is on disk.
  ///
  /// - Throws: ``FileFailure`` if it could not be written whole.
  public func append(_ event: JournalEvent) throws { try append([event]) }

  /// Appends several records, and waits once until all are on disk.
  ///
  /// - Throws: ``FileFailure`` if they could not be written whole.
  public func append(_ events: [JournalEvent]) throws {
    try state.withLock { state in
      guard !state.isBroken else { throw FileFailure(path: file.path, action: "write to", code: EIO) }
      var next = state
      var bytes: [UInt8] = []
      for event in events {
        let record = JournalRecord(
          number: next.number + 1, time: clock.timestamp, previous: next.head, event: event.redacted(by: redactor))
        let line = try record.line
        bytes += line + [UInt8(ascii: "\n")]
        next.number += 1
        next.head = SHA256.hex(of: line)
      }
      do {
        try file.append(bytes)
        if events.contains(where: \.isAnchored) {
          try index?.write(RunIndex.Anchor(records: next.number, head: next.head), of: run)
        }
      } catch {
        state.isBroken = true
        throw error
      }
      state = next
    }
  }
}

extension JournalEvent {
  /// Whether the journal is anchored after it.
  fileprivate var isAnchored: Bool {
    switch self {
    case .runStart, .runResume, .runEnd, .gate, .approvalAsked, .approvalGiven: true
    default: false
    }
  }
}
