import Diagnostics
import LabModel

/// The waivers of a lab on a certain day: what they turn into notes, and what is wrong with them.
struct WaiverBook {
  private let waivers: [Waiver]
  private let today: CalendarDate
  /// The places in `waivers` of those in force, by code.
  private var inForce: [String: [Int]] = [:]
  private var used: Set<Int> = []
  /// What each rule that somebody waived was found about.
  private var found: [String: Set<ThingID>] = [:]
  /// Notes on waivers that end soon; they depend on the day, so no file may hold them.
  private(set) var reminders: [Diagnostic] = []

  /// How many days before its end a waiver is called to mind.
  private static let notice = 30

  /// Reads the waivers, and reports those that are not in force.
  ///
  /// - Parameters:
  ///   - waivers: The waivers.
  ///   - rules: Every rule that there is.
  ///   - today: The day.
  ///   - log: Where waivers that are wrong or expired are reported.
  init(_ waivers: [Waiver], rules: [Rule], today: CalendarDate, reporting log: inout DiagnosticLog) {
    self.waivers = waivers
    self.today = today
    guard !waivers.isEmpty else { return }
    let byCode = Dictionary(rules.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, waiver) in waivers.enumerated() {
      if let problem = problem(with: waiver, byCode) {
        log.add(problem)
        continue
      }
      inForce[waiver.code, default: []].append(index)
      guard let last = CalendarDate(waiver.lastDay) else { continue }
      let left = last.daysSince1970 - today.daysSince1970
      guard left <= Self.notice else { continue }
      let when = left == 0 ? "today" : left == 1 ? "tomorrow" : "in \(left) days"
      reminders.append(
        WaiverRules.ending.diagnostic(
          at: waiver.declared, "\(waiver.lastDay), \(when), is the last day of \(name(waiver))"))
    }
  }

  private func name(_ waiver: Waiver) -> String {
    "the waiver of \(waiver.code)" + (waiver.subject.map { " for \($0)" } ?? "")
  }

  private func problem(with waiver: Waiver, _ rules: [String: Rule]) -> Diagnostic? {
    guard let rule = rules[waiver.code] else {
      return WaiverRules.unknown.diagnostic(
        at: waiver.declared, "there is no rule '\(waiver.code)'",
        solutions: NearMiss.suggestion(for: waiver.code, in: rules.keys).map { [$0] } ?? [])
    }
    guard rule.isWaivable else {
      return WaiverRules.forbidden.diagnostic(at: waiver.declared, "\(waiver.code) cannot be waived: \(rule.title)")
    }
    guard !waiver.reason.allSatisfy(\.isWhitespace) else {
      return WaiverRules.noReason.diagnostic(at: waiver.declared, "\(name(waiver)) does not say why")
    }
    guard let last = CalendarDate(waiver.lastDay) else {
      return WaiverRules.noDate.diagnostic(
        at: waiver.declared, "'\(waiver.lastDay)' is no day written as 2027-03-01",
        fixes: padded(waiver.lastDay).map {
          [Fix("write month and day with two digits", quoted: waiver.lastDay, by: $0)]
        }
          ?? [])
    }
    guard last < today else { return nil }
    return WaiverRules.expired.diagnostic(
      at: waiver.declared, "\(waiver.lastDay) was the last day of \(name(waiver))",
      notes: [Diagnostic.Note("its reason was: \(waiver.reason)", about: waiver.subject)])
  }

  /// The day that a text means whose month or day has one digit, or nil.
  private func padded(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let padded = parts.map { $0.utf8.count == 1 ? "0\($0)" : String($0) }.joined(separator: "-")
    return CalendarDate(padded) == nil ? nil : padded
  }

  /// Turns what is waived into notes that name the reason.
  mutating func apply(to log: inout DiagnosticLog) {
    guard !inForce.isEmpty else { return }
    log.replace { diagnostic in
      guard diagnostic.severity != .note, let candidates = inForce[diagnostic.code] else { return diagnostic }
      if let subject = diagnostic.subject { found[diagnostic.code, default: []].insert(subject) }
      let fitting = candidates.filter { waivers[$0].subject == nil || waivers[$0].subject == diagnostic.subject }
      guard let first = fitting.first else { return diagnostic }
      used.formUnion(fitting)
      var waived = diagnostic
      waived.severity = .note
      waived.fixes = []
      waived.notes.append(
        Diagnostic.Note("waived until \(waivers[first].lastDay): \(waivers[first].reason)", at: waivers[first].declared)
      )
      return waived
    }
  }

  /// Reports the waivers in force that nothing was found for.
  ///
  /// - Parameters:
  ///   - codes: The codes of which every finding is known by now; all of them unless said otherwise.
  ///   - log: Where they are reported.
  mutating func reportIdle(of codes: [String]? = nil, to log: inout DiagnosticLog) {
    for code in codes ?? Array(inForce.keys) {
      guard let indices = inForce[code] else { continue }
      for index in indices where used.insert(index).inserted {
        let waiver = waivers[index]
        let others = (found[code] ?? []).sorted().prefix(3).map { "\(code) is found about \($0)" }
        log.add(
          WaiverRules.idle.diagnostic(
            at: waiver.declared, "\(name(waiver)) waives nothing", notes: others.map { Diagnostic.Note($0) }))
      }
    }
  }
}
