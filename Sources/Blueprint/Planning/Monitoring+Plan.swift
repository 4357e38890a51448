import Diagnostics
import Documents
import LabModel

extension ScrapeTarget: Resource {
  /// What Prometheus asks.
  public static let kind = ResourceKind(
    "scrape-target", "scrape job", removed: Consequence(.none, "its numbers are no longer gathered"),
    fields: [FieldRule("addresses", "addresses"), FieldRule("method", "method")])

  /// The job.
  public var name: String { job }

  /// How and where it asks.
  public var fields: Node {
    switch method {
    case .metrics(let path): ["method": .string("metrics at \(path)"), "addresses": .strings(addresses)]
    case .probe(let module): ["method": .string("probe \(module.rawValue)"), "addresses": .strings(addresses)]
    }
  }
}

extension AlertResource: Resource {
  /// What Prometheus warns of.
  public static let kind = ResourceKind(
    "alert", "alert", removed: Consequence(.none, "nobody is warned of it any more"),
    fields: [
      FieldRule("expression", "expression"), FieldRule("for", "time before it fires", unit: .seconds),
      FieldRule("severity", "severity"), FieldRule("summary", "summary"), FieldRule("runbook", "runbook"),
    ])

  /// Where the alert was declared.
  public var origin: SourceLocation { alert.declared }
  /// The alert's name.
  public var name: String { alert.name }

  /// When it fires and what it says.
  public var fields: Node {
    .mapping([
      ("expression", .string(alert.expression)),
      ("for", .int(alert.duration.seconds)),
      ("severity", .string(alert.severity.rawValue)),
      ("summary", .string(alert.summary)),
      ("runbook", alert.runbook.map(Node.string)),
    ])
  }
}
