/// How long the steps of a runbook usually take.
public enum UsualDurations {
  /// How many past runs are looked at.
  static let runs = 9

  /// The medians of the last completed runs, in milliseconds, by the steps' keys; empty where there were none.
  ///
  /// - Parameters:
  ///   - runbook: The runbook.
  ///   - folder: Where the journals are.
  /// - Returns: The durations of the steps' actions.
  public static func of(_ runbook: String, in folder: RunFolder) -> [String: Int] {
    guard
      let past = try? RunHistory(folder).entries.filter({
        $0.runbook == runbook && $0.result == .completed && !$0.isRehearsal
      })
    else {
      return [:]
    }
    var durations: [String: [Int]] = [:]
    for run in past.suffix(runs) {
      guard let reading = try? folder.journal(of: run.id) else { continue }
      for record in reading.records {
        guard case .stepOutcome(let ended) = record.event, ended.part == .action, ended.outcome.result == .succeeded
        else { continue }
        durations[ended.step, default: []].append(ended.outcome.milliseconds)
      }
    }
    return durations.mapValues { $0.sorted()[$0.count / 2] }
  }
}
