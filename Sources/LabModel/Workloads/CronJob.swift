import Diagnostics

/// Says that a service runs on a schedule and ends each time.
///
/// ```swift
/// CronJob("0 3 * * *", timeZone: "Europe/Zurich")
/// ```
public struct CronJob: Sendable, Hashable {
  /// What happens when a run is due while the last one is not over.
  public enum Concurrency: String, Sendable, Hashable, CaseIterable {
    /// Both run.
    case allow = "Allow"
    /// The new one is left out.
    case forbid = "Forbid"
    /// The old one is stopped.
    case replace = "Replace"
  }

  /// When it runs, in cron's five fields.
  public let schedule: String
  /// The time zone of the schedule, such as `Europe/Zurich`; nil for that of the control plane.
  public let timeZone: String?
  /// What happens when a run is due while the last one is not over.
  public let concurrency: Concurrency
  /// Whether no run is started for now.
  public let isSuspended: Bool
  /// How late a run may start; nil for any delay.
  public let startingDeadline: Interval?
  /// How many runs that succeeded are kept to be looked at; nil for 3.
  public let keepSucceeded: Int?
  /// How many runs that failed are kept to be looked at; nil for 1.
  public let keepFailed: Int?
  /// How each run goes.
  public let job: Job
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a schedule.
  ///
  /// - Parameters:
  ///   - schedule: When it runs, in cron's five fields, or `@daily` and the like.
  ///   - timeZone: The time zone of the schedule; that of the control plane unless said otherwise.
  ///   - concurrency: What happens when a run is due while the last one is not over; it is left out unless said otherwise.
  ///   - isSuspended: Whether no run is started for now.
  ///   - startingDeadline: How late a run may start; any delay unless said otherwise.
  ///   - keepSucceeded: How many runs that succeeded are kept to be looked at; 3 unless said otherwise.
  ///   - keepFailed: How many runs that failed are kept to be looked at; 1 unless said otherwise.
  ///   - job: How each run goes.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ schedule: String, timeZone: String? = nil, concurrency: Concurrency = .forbid, isSuspended: Bool = false,
    startingDeadline: Interval? = nil, keepSucceeded: Int? = nil, keepFailed: Int? = nil, job: Job = Job(),
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.schedule = schedule
    self.timeZone = timeZone
    self.concurrency = concurrency
    self.isSuspended = isSuspended
    self.startingDeadline = startingDeadline
    self.keepSucceeded = keepSucceeded
    self.keepFailed = keepFailed
    self.job = job
    self.declared = SourceLocation(file, line)
  }
}
