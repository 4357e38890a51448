/// What stands at the end, or in the narrated form at the beginning, of a report.
public enum ReportSummary {
  /// How many diagnostics there are of each severity: `2 errors, 1 warning`.
  public static func text(_ diagnostics: [Diagnostic]) -> String {
    let counts = counts(diagnostics)
    return counts.isEmpty ? "nothing to report" : counts.joined(separator: ", ")
  }

  /// The counts of the severities that occur, as words.
  static func counts(_ diagnostics: [Diagnostic]) -> [String] {
    Severity.allCases.compactMap { severity in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
  }

  /// The first ten diagnostics of each code, and how many more there are of which.
  static func grouped(_ diagnostics: [Diagnostic]) -> (shown: [Diagnostic], more: [(code: String, count: Int)]) {
    var seen: [String: Int] = [:]
    var order: [String] = []
    let shown = diagnostics.filter { diagnostic in
      let count = seen[diagnostic.code, default: 0]
      if count == 0 { order.append(diagnostic.code) }
      seen[diagnostic.code] = count + 1
      return count < 10
    }
    return (shown, order.compactMap { code in seen[code].flatMap { $0 > 10 ? (code, $0 - 10) : nil } })
  }
}
