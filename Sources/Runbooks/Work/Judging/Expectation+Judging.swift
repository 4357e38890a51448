extension Expectation<String> {
  /// Compares a part of a report.
  ///
  /// - Parameters:
  ///   - report: What a work has given.
  ///   - redactor: Takes secrets out of the words.
  /// - Returns: What is not as expected, or nothing.
  func problem(in report: WorkReport, hiding redactor: Redactor) -> String? {
    do throws(Misjudgement) {
      let found = try report.select(selector)
      if let found, found.count > 1 {
        throw Misjudgement("a list of \(found.count) items cannot be compared")
      }
      let judgement = try comparison.judge(found?.first, shownAs: redactor.redact(found?.first ?? ""))
      return judgement.holds ? nil : "\(selector.name): \(judgement.reason)"
    } catch {
      return "\(selector.name): \(error.reason)"
    }
  }
}

extension Work<String> {
  /// Whether a report is as expected, and what of it is not; no reason where the exit code says it all.
  ///
  /// The exit code is to be 0 and the status of an answer below 400, where nothing else is said about them.
  func judge(_ report: WorkReport, hiding redactor: Redactor) -> Judgement {
    let selectors = expectations.map(\.selector)
    if host != nil, report.exitCode == 255 {
      return Judgement(false, "the host was not reached, or the connection to it broke")
    }
    if isRequest {
      guard report.exitCode == 0 else { return Judgement(false, "nothing has answered") }
      guard let status = report.status else { return Judgement(false, "what has answered is no HTTP server") }
      if !selectors.contains(.status), status >= 400 { return Judgement(false, "the status is \(status)") }
    } else if !selectors.contains(.exit), report.exitCode != 0 {
      return Judgement(false, "")
    }
    for expectation in expectations {
      if let problem = expectation.problem(in: report, hiding: redactor) { return Judgement(false, problem) }
    }
    return Judgement(true, "")
  }
}

extension Work {
  /// Whether an outcome tells anything about what was looked at.
  ///
  /// It does not where its program or its host was not there, where nothing has answered, or where it was ended: a check
  /// that ended so decides nothing.
  func decides(_ outcome: ScriptOutcome) -> Bool {
    switch outcome.result {
    case .succeeded: return true
    case .timedOut, .interrupted: return false
    case .failed: break
    }
    guard let code = outcome.exitCode, code != 126, code != 127 else { return false }
    if isRequest, code != 0 { return false }
    return host == nil || code != 255
  }

  var isRequest: Bool { if case .request = kind { true } else { false } }
}
