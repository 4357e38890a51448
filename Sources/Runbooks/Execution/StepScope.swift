/// Under which circumstances a step is carried out: in a loop, in a sub-runbook, beside others.
struct StepScope: Sendable {
  /// The item of the loop it stands in.
  var item: String?
  /// When everything in it must have ended, on the run's own clock.
  var deadline: Int?
  /// How often a step is tried that says nothing itself.
  var retry: Retry?
  /// Whether it runs beside others: nobody is asked before the others have ended, and lines say whose they are.
  var isBeside = false
  /// Whether somebody above knows what follows a failure, so that nobody is asked.
  var isCaught = false
  /// Whether plain steps run without being asked about, because the whole they belong to was.
  var isAsked = false
  /// Whether steps that failed before are tried again, although the run could go on without them.
  var retriesFailed = false

  /// A step's name in the journal.
  func key(of step: PlannedStep) -> String { item.map { "\(step.id)[\($0)]" } ?? step.id }

  /// The scope of the steps of a sub-runbook.
  ///
  /// - Parameters:
  ///   - step: The calling step.
  ///   - now: The time on the run's own clock.
  /// - Returns: The scope.
  func inside(_ step: PlannedStep, at now: Int) -> StepScope {
    var scope = self
    scope.deadline = earlier(deadline, step.timeoutMilliseconds, from: now)
    if step.retry != Retry() { scope.retry = step.retry }
    scope.isCaught = isCaught || step.onFailure != .stop
    return scope
  }

  /// The earlier of a time and a limit from now on.
  func earlier(_ time: Int?, _ limit: Int?, from now: Int) -> Int? {
    guard let limit else { return time }
    let (end, isTooLate) = now.addingReportingOverflow(limit)
    return isTooLate ? time : min(time ?? end, end)
  }
}

/// A step's name in the journal, taken apart.
struct StepKey: Sendable, Hashable {
  /// The step's id.
  var id: String
  /// The loop's item; nothing outside of loops.
  var item: String?

  /// Takes `id[item]` apart.
  init(_ key: String) {
    guard key.hasSuffix("]"), let bracket = key.firstIndex(of: "[") else {
      id = key
      return
    }
    id = String(key[..<bracket])
    item = String(key[key.index(after: bracket)...].dropLast())
  }
}
