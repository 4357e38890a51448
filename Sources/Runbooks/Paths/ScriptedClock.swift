import Synchronization

/// The time of a walked path: it passes only where somebody waits, and then at once.
final class ScriptedClock: Sendable {
  private let milliseconds = Mutex(0)

  /// Lets time pass.
  func advance(by amount: Int) {
    milliseconds.withLock { $0 = $0.addingReportingOverflow(max(0, amount)).partialValue }
  }

  /// As a run asks for it; every path begins at the same moment.
  var clock: RunClock {
    var clock = RunClock(
      now: { 1_700_000_000 + Double(self.milliseconds.withLock { $0 }) / 1_000 },
      elapsed: { self.milliseconds.withLock { $0 } }, sleep: { self.advance(by: $0) })
    clock.jitter = { 0 }
    return clock
  }
}
