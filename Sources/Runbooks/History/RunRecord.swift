/// What the past runs of one runbook tell: nothing of people, so that it can be shown to everybody.
public struct RunRecord: Sendable, Hashable, Codable {
  /// A run that failed.
  public struct Failure: Sendable, Hashable, Codable {
    /// When it began, RFC 3339 in UTC.
    public var started: String
    /// The step it ended at; empty where no step failed, but the steady state did not hold.
    public var step: String
  }

  /// How many runs there were.
  public var runs = 0
  /// When the last completed run began, RFC 3339 in UTC.
  public var lastSuccess: String?
  /// The median of what completed runs took, in milliseconds; nothing without one.
  public var typicalMilliseconds: Int?
  /// The last run that failed, deviated or was undone.
  public var lastFailure: Failure?
  /// The days of the drills that count, oldest first.
  public var drills: [String] = []

  /// Sums up the runs of one runbook, oldest first.
  init(_ entries: [RunEntry]) {
    runs = entries.count
    let completed = entries.filter { $0.result == .completed }
    lastSuccess = completed.last?.started
    let durations = completed.map(\.milliseconds).sorted()
    if !durations.isEmpty { typicalMilliseconds = durations[durations.count / 2] }
    lastFailure = entries.last {
      $0.result.map { [.failed, .deviated, .undone, .cleanUpIncomplete].contains($0) } ?? false
    }.map {
      Failure(started: $0.started, step: $0.step)
    }
    drills = Set(entries.filter(\.countsAsDrill).compactMap { DrillDay.of($0.started) }).sorted()
  }

  /// Joins what two folders of journals tell of the same runbook; the median is that of the side with more runs.
  func joined(with other: RunRecord) -> RunRecord {
    var joined = self
    joined.runs = max(runs, other.runs)
    joined.lastSuccess = [lastSuccess, other.lastSuccess].compactMap { $0 }.max()
    joined.typicalMilliseconds =
      (runs >= other.runs ? typicalMilliseconds : other.typicalMilliseconds) ?? typicalMilliseconds
      ?? other.typicalMilliseconds
    joined.lastFailure = [lastFailure, other.lastFailure].compactMap { $0 }.max { $0.started < $1.started }
    joined.drills = Set(drills + other.drills).sorted()
    return joined
  }

  /// Two or three sentences for somebody who is about to start it; none where there were no runs.
  public var sentences: [String] {
    guard runs > 0 else { return [] }
    var sentences = [lastSuccess.map { "Last completed on \($0.prefix(10))." } ?? "Never completed."]
    if let typicalMilliseconds { sentences.append("Usually takes \(Milliseconds.describe(typicalMilliseconds)).") }
    if let lastFailure {
      let step = lastFailure.step.isEmpty ? "" : " at step '\(lastFailure.step)'"
      sentences.append("Last failed on \(lastFailure.started.prefix(10))\(step).")
    }
    return sentences
  }
}
