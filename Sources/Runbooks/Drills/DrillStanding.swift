/// Where the drills of one runbook stand.
public struct DrillStanding: Sendable, Hashable {
  /// The runbook's id.
  public let runbook: String
  /// What it is called.
  public let title: String
  /// How often it is to be rehearsed.
  public let interval: DrillInterval
  /// The days of the drills that count, oldest first, each once.
  public let drills: [String]

  /// The last rehearsal on servers that stand in for the lab; it is no drill.
  public var lastRehearsal: RunRecord.Rehearsal?

  /// Takes a runbook's drills.
  ///
  /// - Parameters:
  ///   - runbook: The runbook's id.
  ///   - title: What it is called.
  ///   - interval: How often it is to be rehearsed.
  ///   - drills: The days of the drills that count, as `2027-03-01`, in any order; texts that are no days are left out.
  public init(runbook: String, title: String, interval: DrillInterval, drills: [String]) {
    self.runbook = runbook
    self.title = title
    self.interval = interval
    self.drills = Set(drills.filter(DrillDay.isDay)).sorted()
  }

  /// The day of the last drill; nothing where there was none.
  public var last: String? { drills.last }

  /// The last day on which the next drill is not late; nothing where there was none yet, and it is due at once.
  public var next: String? { last.flatMap { DrillDay.adding(interval.months, to: $0) } }

  /// Whether a drill should have been done before a day.
  ///
  /// - Parameter day: The day, `2027-03-01`.
  /// - Returns: Whether it is late; a runbook that was never rehearsed is.
  public func isOverdue(on day: String) -> Bool { next.map { $0 < day } ?? true }

  /// The days on which a drill was due and none had been done, oldest first; a later drill does not wipe them out.
  ///
  /// - Parameter day: The day up to which is looked, `2027-03-01`.
  /// - Returns: The days.
  public func missed(before day: String) -> [String] {
    var missed: [String] = []
    for (index, drill) in drills.enumerated() {
      let end = drills.indices.contains(index + 1) ? drills[index + 1] : day
      var months = interval.months
      while let due = DrillDay.adding(months, to: drill), due < end {
        missed.append(due)
        months += interval.months
      }
    }
    return missed
  }
}
