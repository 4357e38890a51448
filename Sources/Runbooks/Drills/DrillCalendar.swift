import Documents
import Hashing

/// The drills as a calendar that other programs subscribe to.
public enum DrillCalendar {
  /// Where it stands in a build folder.
  public static let path = "drills.ics"

  /// The calendar's file; the same for the same runbooks and drills.
  ///
  /// - Parameters:
  ///   - schedule: The drills.
  ///   - lab: The lab's name: two labs in one calendar keep their own events.
  /// - Returns: A text as RFC 5545 wants it.
  public static func text(_ schedule: DrillSchedule, lab: String) -> String {
    ICalendar(
      "Drills of \(lab)",
      schedule.standings.map { standing in
        let identity = SHA256.hex(of: Array("\(lab)\u{0}\(standing.runbook)".utf8))
        return ICalendar.Event(
          uid: "drill-\(identity.prefix(32))@rackbook", day: standing.next ?? firstDay(identity),
          months: standing.interval.months, summary: "Drill: \(standing.title)",
          description: "run \(standing.runbook) --drill\n"
            + (standing.last.map { "Last drill: \($0)" } ?? "Never rehearsed: due at once."))
      }
    ).text
  }

  /// Where a runbook that was never rehearsed stands in the calendar: a day of its own, so that not all fall on one.
  private static func firstDay(_ identity: String) -> String {
    let number = Int(identity.prefix(6), radix: 16) ?? 0
    return DrillDay.written(2026, 1, 1 + number % 28)
  }
}
