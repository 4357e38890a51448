import Diagnostics
import LabModel

extension Alert {
  /// An alert on a service, with the runbook that answers it.
  ///
  /// ```swift
  /// Alert(
  ///   "MealieSlow", when: "probe_duration_seconds{job=\"mealie\"} > 2", for: .minutes(10), severity: .warning,
  ///   says: "mealie answers slowly", runbook: "mealie/slow")
  /// ```
  ///
  /// - Parameters:
  ///   - name: In camel case, unique in the lab.
  ///   - expression: A PromQL expression.
  ///   - duration: How long it must hold before the alert fires.
  ///   - severity: How loud it is.
  ///   - summary: One sentence that says what is wrong.
  ///   - runbook: The runbook that answers it, as `<thing>/<runbook>`; an alert without one is reported.
  ///   - example: Samples that make it fire.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, when expression: String, for duration: Interval, severity: Severity, says summary: String,
    runbook: String? = nil, example: Example? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(
      name: name, expression: expression, duration: duration, severity: severity, summary: summary,
      runbook: runbook, example: example, declared: SourceLocation(file, line))
  }
}
