#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The time, as a run asks for it; tests give their own.
public struct RunClock: Sendable {
  /// Seconds since 1970.
  public var now: @Sendable () -> Double
  /// Milliseconds on a clock that is never set.
  public var elapsed: @Sendable () -> Int
  /// Waits for so many milliseconds, or until the task is cancelled.
  public var sleep: @Sendable (Int) async -> Void
  /// How much is taken off a pause between attempts, from 0 for nothing to 1 for all that may be.
  var jitter: @Sendable () -> Double = { Double.random(in: 0...1) }

  /// Takes clocks.
  ///
  /// - Parameters:
  ///   - now: Seconds since 1970.
  ///   - elapsed: Milliseconds on a clock that is never set.
  ///   - sleep: Waits for so many milliseconds, or until the task is cancelled.
  public init(
    now: @escaping @Sendable () -> Double, elapsed: @escaping @Sendable () -> Int,
    sleep: @escaping @Sendable (Int) async -> Void = { try? await Task.sleep(for: .milliseconds($0)) }
  ) {
    self.now = now
    self.elapsed = elapsed
    self.sleep = sleep
  }

  /// The machine's clocks.
  public static var system: RunClock {
    let start = ContinuousClock.now
    return RunClock(
      now: { Date().timeIntervalSince1970 },
      elapsed: {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
      })
  }

  /// The time in UTC, RFC 3339 with milliseconds.
  var timestamp: String {
    Date(timeIntervalSince1970: now()).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
