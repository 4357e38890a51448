/// What came of a work.
public struct WorkResult: Sendable {
  /// How it ended, what was expected of it taken into account.
  public var outcome: ScriptOutcome
  /// What it has given, to be looked at.
  var report: WorkReport
  /// Knows the secrets that may be in it.
  var redactor: Redactor
  /// The values of captures that are made up, by their names; nothing where they are taken from what it has given.
  var madeUp: [String: String]?

  init(_ outcome: ScriptOutcome, _ report: WorkReport, redactor: Redactor) {
    self.outcome = outcome
    self.report = report
    self.redactor = redactor
  }

  /// Describes a result that is made up.
  ///
  /// - Parameters:
  ///   - outcome: How it ended.
  ///   - output: Its output or the answer's body.
  ///   - status: The status of an HTTP answer.
  ///   - headers: The headers of an HTTP answer, by their names in lower case.
  public init(_ outcome: ScriptOutcome, output: [UInt8] = [], status: Int? = nil, headers: [String: String] = [:]) {
    let report = WorkReport(exitCode: outcome.exitCode, output: output, status: status, headers: headers)
    self.init(outcome, report, redactor: Redactor([:]))
  }

  /// What later steps learn from it.
  ///
  /// - Parameter captures: What is captured.
  /// - Returns: The values by their names.
  /// - Throws: ``Misjudgement`` where a value is missing, of the wrong kind, or a secret; the step has then failed.
  public func captured(_ captures: [Capture]) throws(Misjudgement) -> [String: String] {
    var values: [String: String] = [:]
    for capture in captures {
      if let madeUp {
        values[capture.name] = madeUp[capture.name]
        continue
      }
      do { values[capture.name] = try capture.value(from: report, hiding: redactor) } catch {
        throw Misjudgement("'\(capture.name)' cannot be captured: \(error.reason)")
      }
    }
    return values
  }
}
