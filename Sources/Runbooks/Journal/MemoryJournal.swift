import Synchronization

/// The journal of a run that carries nothing out: kept in memory, and gone with it.
final class MemoryJournal: JournalStore {
  let path = "memory"
  private let state = Mutex<[UInt8]>([])

  /// All that was written.
  var bytes: [UInt8] { state.withLock { $0 } }

  func append(_ bytes: [UInt8]) { state.withLock { $0 += bytes } }
}
