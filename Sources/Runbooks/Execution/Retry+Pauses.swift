extension Retry {
  /// Whether there is to be another attempt.
  ///
  /// - Parameters:
  ///   - attempt: The number of the attempt that has failed, from 1.
  ///   - outcome: How it ended.
  /// - Returns: Whether there is.
  func allowsAnother(after attempt: Int, _ outcome: ScriptOutcome) -> Bool {
    guard attempt < attempts else { return false }
    return onExitCodes.isEmpty || outcome.exitCode.map(onExitCodes.contains) == true
  }

  /// The pause after an attempt, in milliseconds.
  ///
  /// - Parameters:
  ///   - attempt: Its number, from 1.
  ///   - share: How much is taken off, from 0 for nothing to 1 for a tenth.
  /// - Returns: The pause; at most a week.
  func pause(after attempt: Int, share: Double) -> Int {
    var pause = Double(max(0, pauseMilliseconds))
    let longest = Double(min(max(0, longestPauseMilliseconds), Milliseconds.longest))
    for _ in 1..<max(1, attempt) where pause < longest { pause *= max(1, factor) }
    return Int(min(pause, longest) * (1 - 0.1 * share))
  }
}

extension ErrorLimit {
  /// Whether so many failures are too many.
  ///
  /// - Parameters:
  ///   - failed: How many items have failed.
  ///   - total: How many items there are.
  /// - Returns: Whether no further item is begun.
  func isExceeded(by failed: Int, of total: Int) -> Bool {
    switch self {
    case .count(let most): failed > most
    case .percent(let share): failed * 100 > min(max(0, share), 100) * total
    }
  }
}
