import Synchronization

/// Keeps the beginning of an output, to be looked at.
final class OutputCollector: Sendable {
  private let state = Mutex((bytes: [UInt8](), isCut: false))

  /// Takes output as it comes.
  func take(_ bytes: [UInt8]) {
    state.withLock { state in
      let room = WorkReport.kept - state.bytes.count
      state.bytes += bytes.prefix(room)
      if bytes.count > room { state.isCut = true }
    }
  }

  /// What was kept, and whether there was more.
  var kept: (bytes: [UInt8], isCut: Bool) { state.withLock { $0 } }
}
