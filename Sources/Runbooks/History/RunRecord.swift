/// What the past runs of one runbook tell: nothing of people, so that it can be shown to everybody.
public struct RunRecord: Sendable, Hashable, Codable {
  /// A run that failed.
  public struct Failure: Sendable, Hashable, Codable {
    /// When it began, RFC 3339 in UTC.
    public var started: String
    /// The step it ended at; empty where no step failed, but the steady state did not hold.
    public var step: String
  }

  /// A rehearsal that went through.
  public struct Rehearsal: Sendable, Hashable, Codable {
    /// When it began, RFC 3339 in UTC.
    public var started: String
    /// The stage it was on.
    public var stage: String
    /// How long it took until the system was well again, in milliseconds; nothing where that was not measured.
    public var recoveryMilliseconds: Int?

    /// It in a phrase: `2027-03-01 on web, well again after 12.3s`.
    public var description: String {
      let recovery = recoveryMilliseconds.map { ", well again after \(Milliseconds.describe($0))" } ?? ""
      return "\(started.prefix(10)) on \(stage)\(recovery)"
    }
  }

  /// How many runs there were, rehearsals apart.
  public var runs = 0
  /// When the last completed run began, RFC 3339 in UTC.
  public var lastSuccess: String?
  /// The median of what completed runs took, in milliseconds; nothing without one.
  public var typicalMilliseconds: Int?
  /// The last run that failed, deviated or was undone.
  public var lastFailure: Failure?
  /// The days of the drills that count, oldest first.
  public var drills: [String] = []

  /// The last rehearsal that was completed.
  public var lastRehearsal: Rehearsal?

  /// Sums up the runs of one runbook, oldest first.
  init(_ all: [RunEntry]) {
    let entries = all.filter { !$0.isRehearsal }
    lastRehearsal = all.last { $0.isRehearsal && $0.result == .completed }.map {
      Rehearsal(started: $0.started, stage: $0.stage, recoveryMilliseconds: $0.rehearsedRecovery)
    }
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
    joined.lastRehearsal = [lastRehearsal, other.lastRehearsal].compactMap { $0 }.max { $0.started < $1.started }
    joined.drills = Set(drills + other.drills).sorted()
    return joined
  }

  /// Two or three sentences for somebody who is about to start it; none where there were no runs.
  public var sentences: [String] {
    let rehearsal = lastRehearsal.map { ["Last rehearsed on \($0.description)."] } ?? []
    guard runs > 0 else { return rehearsal }
    var sentences = [lastSuccess.map { "Last completed on \($0.prefix(10))." } ?? "Never completed."]
    if let typicalMilliseconds { sentences.append("Usually takes \(Milliseconds.describe(typicalMilliseconds)).") }
    if let lastFailure {
      let step = lastFailure.step.isEmpty ? "" : " at step '\(lastFailure.step)'"
      sentences.append("Last failed on \(lastFailure.started.prefix(10))\(step).")
    }
    return sentences + rehearsal
  }
}
