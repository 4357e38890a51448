/// How often something is tried, and with what pauses.
public struct Retry: Sendable, Hashable, Codable {
  /// How many attempts there are in all, from 1.
  public var attempts: Int
  /// The pause after the first attempt, in milliseconds; each further one is `factor` times as long.
  public var pauseMilliseconds: Int
  /// By how much each pause is longer than the one before, from 1.
  public var factor: Double
  /// The longest pause, in milliseconds.
  public var longestPauseMilliseconds: Int
  /// The exit codes after which it is tried again; empty for every one but 0.
  public var onExitCodes: [Int32]

  /// Describes attempts; one, unless more are asked for.
  ///
  /// Pauses are shortened by up to a tenth at random, so that loops over hosts do not come back all at once.
  ///
  /// - Parameters:
  ///   - attempts: How many there are in all, from 1.
  ///   - pauseMilliseconds: The pause after the first attempt.
  ///   - factor: By how much each pause is longer than the one before.
  ///   - longestPauseMilliseconds: The longest pause.
  ///   - onExitCodes: The exit codes after which it is tried again; empty for every one but 0.
  public init(
    attempts: Int = 1, pauseMilliseconds: Int = 1_000, factor: Double = 2, longestPauseMilliseconds: Int = 60_000,
    onExitCodes: [Int32] = []
  ) {
    self.attempts = attempts
    self.pauseMilliseconds = pauseMilliseconds
    self.factor = factor
    self.longestPauseMilliseconds = longestPauseMilliseconds
    self.onExitCodes = onExitCodes
  }
}
