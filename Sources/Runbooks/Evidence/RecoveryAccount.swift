/// How long recovery took and how much was lost, measured in a run, beside what the lab promises.
public struct RecoveryAccount: Sendable, Hashable {
  /// The capture whose value is the time of the newest data that came back.
  public static let pointCapture = "recovery-point"
  /// The capture or input whose value is the time of the failure; the run's start stands in for it.
  public static let failureCapture = "failure-time"

  /// From the run's start until the steady state held again, in milliseconds; nothing where it never did.
  public var time: Int?
  /// What `time` ends with.
  public var timeEnd: String
  /// From the newest data that came back until the failure, in milliseconds; nothing where no step captured it.
  public var point: Int?
  /// What the lab promises.
  public var promised: RecoveryPromise?

  /// Whether the time is within what is promised; nothing where one of the two is not known.
  public var keepsTime: Bool? { Self.isKept(time, promised?.timeMilliseconds) }

  /// Whether what was lost is within what is promised; nothing where one of the two is not known.
  public var keepsPoint: Bool? { Self.isKept(point, promised?.pointMilliseconds) }

  /// Measures a run.
  ///
  /// - Parameters:
  ///   - records: Its journal.
  ///   - promised: What the lab promises.
  init(_ records: [JournalRecord], promised: RecoveryPromise?) {
    self.promised = promised
    let start = records.first.flatMap { JournalTime.milliseconds($0.time) }
    let (end, words) = Self.recovery(in: records)
    timeEnd = words
    if let start, let end = end.flatMap({ JournalTime.milliseconds($0.time) }) { time = max(0, end - start) }
    let state = RunState(records)
    let failure =
      (state.captures[Self.failureCapture] ?? state.start?.inputs[Self.failureCapture]).flatMap(JournalTime.moment)
    if let newest = state.captures[Self.pointCapture].flatMap(JournalTime.moment), let lost = failure ?? start {
      point = max(0, lost - newest)
    }
  }

  /// The line with which recovery was there, and what it is.
  private static func recovery(in records: [JournalRecord]) -> (JournalRecord?, String) {
    var recovered: JournalRecord?
    var wasLookedAt = false
    for record in records {
      guard case .steady(let steady) = record.event, steady.moment != .before else { continue }
      wasLookedAt = true
      recovered = steady.held ? recovered ?? record : nil
    }
    if wasLookedAt {
      return (recovered, recovered == nil ? "the steady state did not hold at the end" : "the steady state held")
    }
    if let last = records.last, case .runEnd(let end) = last.event, end.result == .completed {
      return (last, "the run was completed; it has no steady state")
    }
    return (nil, "the run was not completed")
  }

  private static func isKept(_ measured: Int?, _ promised: Int?) -> Bool? {
    guard let measured, let promised else { return nil }
    return measured <= promised
  }
}
