import Diagnostics

/// An alert: when it fires, what it says, and which runbook answers it.
public struct Alert: Sendable, Hashable {
  /// How loud an alert is.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Wakes a person up.
    case critical
    /// Can wait for the morning.
    case warning
    /// For the record.
    case info
  }

  /// Samples that make the alert fire, in Prometheus' notation: the rule's own unit test.
  public struct Example: Sendable, Hashable {
    /// Series with their values, one sample a minute: `up{job="x"}` and `1 1 0x20`.
    public var series: [Series]
    /// The moment at which the alert fires.
    public var firesAt: Interval
    /// The labels that the firing alert carries beside its own, sorted by name when printed.
    public var labels: [String: String]

    /// One input series.
    public struct Series: Sendable, Hashable {
      /// The series' name with its labels.
      public var name: String
      /// The values in Prometheus' expanding notation.
      public var values: String

      /// States a series.
      public init(_ name: String, _ values: String) {
        self.name = name
        self.values = values
      }
    }

    /// States an example.
    public init(_ series: [Series], firesAt: Interval, labels: [String: String] = [:]) {
      self.series = series
      self.firesAt = firesAt
      self.labels = labels
    }
  }

  /// The name, in camel case as is usual: `EtcdMemberDown`.
  public var name: String
  /// The PromQL expression.
  public var expression: String
  /// How long the expression must hold before it fires.
  public var duration: Interval
  /// How loud it is.
  public var severity: Severity
  /// One sentence that says what is wrong; may use Prometheus' templates.
  public var summary: String
  /// The runbook that answers it, as `<thing>/<runbook>`; nil is reported.
  public var runbook: String?
  /// Samples that make it fire.
  public var example: Example?
  /// Where it was declared.
  public var declared: SourceLocation

  /// States an alert; labs write the word of the same name.
  public init(
    name: String, expression: String, duration: Interval, severity: Severity, summary: String, runbook: String?,
    example: Example? = nil, declared: SourceLocation
  ) {
    self.name = name
    self.expression = expression
    self.duration = duration
    self.severity = severity
    self.summary = summary
    self.runbook = runbook
    self.example = example
    self.declared = declared
  }
}
