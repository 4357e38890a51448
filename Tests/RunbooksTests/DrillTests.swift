import Foundation
import Subprocess
import Testing

@testable import Runbooks

@Suite("Drills")
struct DrillTests {
  static func standing(_ interval: DrillInterval = .quarterly, _ drills: String...) -> DrillStanding {
    DrillStanding(runbook: "shop/restore", title: "Restore", interval: interval, drills: drills)
  }

  @Test("the next drill is due so many months after the last, at most on the last day of a shorter month")
  func next() {
    let cases: [(DrillInterval, String, String)] = [
      (.monthly, "2026-01-31", "2026-02-28"), (.monthly, "2027-12-31", "2028-01-31"),
      (.quarterly, "2026-11-30", "2027-02-28"), (.quarterly, "2027-11-30", "2028-02-29"),
      (.halfYearly, "2026-03-01", "2026-09-01"), (.yearly, "2028-02-29", "2029-02-28"),
    ]
    for (interval, last, next) in cases { #expect(Self.standing(interval, last).next == next) }
  }

  @Test("a drill is late on the day after it was due; one that never was done is late")
  func overdue() {
    let standing = Self.standing(.quarterly, "2026-08-23")
    #expect(!standing.isOverdue(on: "2026-11-23"))
    #expect(standing.isOverdue(on: "2026-11-24"))
    #expect(Self.standing().isOverdue(on: "2026-11-24"))
  }

  @Test("missed drills are kept, also when a later one was done")
  func missed() {
    let standing = Self.standing(.quarterly, "2026-01-10", "2026-08-01")
    #expect(standing.missed(before: "2026-09-01") == ["2026-04-10", "2026-07-10"])
    #expect(standing.missed(before: "2027-03-01") == ["2026-04-10", "2026-07-10", "2026-11-01", "2027-02-01"])
  }

  @Test("texts that are no days are left out", arguments: ["2026-02-30", "tomorrow", "", "2026-1-01", "0000-01-01"])
  func noDays(text: String) {
    #expect(Self.standing(.monthly, text).last == nil)
  }

  /// A plan with one step of each phase.
  static var plan: RunbookPlan {
    var cleanUp = EvidenceTests.step("clean")
    cleanUp.phase = .cleanUp
    var plan = EvidenceTests.plan([EvidenceTests.step("a"), cleanUp])
    plan.drill = .quarterly
    return plan
  }

  /// How a run must be to count as a drill.
  enum Case: CaseIterable {
    case complete, real, failed, uncleaned, skippedByPerson, leftOutByTheRunbook, cutOff

    var counts: Bool { self == .complete || self == .leftOutByTheRunbook }
  }

  @Test("a run counts as a drill in that mode, completed, with its clean-up done", arguments: Case.allCases)
  func counts(_ run: Case) throws {
    var journal = try WrittenJournal(Self.plan, mode: run == .real ? .real : .drill)
    try journal.process(1, "a")
    switch run {
    case .uncleaned: break
    case .skippedByPerson: try journal.add(3, .stepSkipped(.init(step: "clean", by: .person, reason: "later")))
    case .leftOutByTheRunbook: try journal.add(3, .stepSkipped(.init(step: "clean", by: .skipIf, reason: "clean")))
    default: try journal.process(3, "clean")
    }
    if run != .cutOff { try journal.end(9, run == .failed ? .failed : .completed) }
    #expect(RunEntry("r", journal.reading, plan: Self.plan).countsAsDrill == run.counts)
    #expect(!RunEntry("r", journal.reading, plan: nil).countsAsDrill)
  }

  /// A lab whose names hold everything that the format gives a meaning.
  static var calendar: String {
    var never = EvidenceTests.plan()
    never.id = "lab/never"
    never.title =
      "Back, slash \\ and; comma, a title so long that it needs three lines: ü\(String(repeating: "ä", count: 90))"
    never.drill = .yearly
    var ledger = RunLedger()
    var record = RunRecord([])
    record.drills = ["2026-08-31"]
    ledger.runbooks["shop/restore"] = record
    return DrillCalendar.text(DrillSchedule([never, plan], ledger: ledger), lab: "basement; \"x\"")
  }

  @Test("the calendar is the same each time, folded, and ends its lines as the format wants")
  func calendarForm() {
    let text = Self.calendar
    #expect(text == Self.calendar)
    for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75, "\(line)") }
    #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains("\n"))
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
  }

  @Test("an independent parser reads the calendar, and finds what was written")
  func calendarParsed() async throws {
    let shop = try Workshop()
    try shop.write("drills.ics", Self.calendar)
    let program = """
      import icalendar, sys
      calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
      for event in calendar.walk('vevent'):
          rule = event['rrule']
          print(event['uid'], event['dtstart'].dt.isoformat(), rule['freq'][0], rule['interval'][0], event['summary'])
      """
    let result = try await Subprocess.run(
      .name("env"), arguments: ["PATH=/usr/bin:/bin", "python3", "-c", program, "\(shop.path)/drills.ics"],
      output: .string(limit: 1 << 16),
      error: .string(limit: 1 << 16))
    let lines = result.standardOutput.split(separator: "\n")
    try #require(lines.count == 2, "\(result.standardError)")
    #expect(lines[0].contains("2026-01-") && lines[0].contains(" MONTHLY 12 Drill: Back, slash \\ and; comma"))
    #expect(lines[0].hasSuffix(String(repeating: "ä", count: 90)))
    #expect(lines[1].contains(" 2026-11-30 MONTHLY 3 Drill: Restore"))
    #expect(Set(lines.map { $0.split(separator: " ")[0] }).count == 2)
  }
}
