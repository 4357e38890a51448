import Blueprint
import Diagnostics
import Documents
import LabModel

extension PrometheusEmitter {
  /// The rules of one thing: one group with its alerts.
  static func rules(of owner: ThingID, _ alerts: [Alert]) -> Document {
    let group: Node = [
      "name": .string("\(owner.kind)/\(owner.name)"),
      "rules": .sequence(alerts.map { rule($0, of: owner) }),
    ]
    let root: Node = ["groups": [group]]
    return .yaml(root.from(alerts.first?.declared), header: header(owner, alerts), kind: .prometheusRules)
  }

  /// The unit tests of one thing's alerts: each is silent at the start and fires when its example says so.
  static func tests(of owner: ThingID, _ alerts: [Alert]) -> Document {
    let root: Node = [
      "rule_files": [.string("../rules/\(owner.kind)-\(owner.name).yml")],
      "evaluation_interval": "1m",
      "tests": .sequence(alerts.compactMap { alert in alert.example.map { test(alert, $0, of: owner) } }),
    ]
    return .yaml(root.from(alerts.first?.declared), header: header(owner, alerts))
  }

  private static func header(_ owner: ThingID, _ alerts: [Alert]) -> [String] {
    alerts.first.map { [Blueprint.provenance(owner, $0.declared)] } ?? []
  }

  private static func rule(_ alert: Alert, of owner: ThingID) -> Node {
    Node.mapping([
      ("alert", .string(alert.name)),
      ("expr", .string(alert.expression)),
      ("for", .string("\(alert.duration)")),
      ("labels", labels(alert, of: owner)),
      ("annotations", annotations(alert, summary: alert.summary)),
    ]).from(alert.declared)
  }

  private static func labels(_ alert: Alert, of owner: ThingID) -> Node {
    ["severity": .string(alert.severity.rawValue), "thing": .string("\(owner.kind)/\(owner.name)")]
  }

  private static func annotations(_ alert: Alert, summary: String) -> Node {
    .mapping([("summary", .string(summary)), ("runbook", alert.runbook.map(Node.string))])
  }

  private static func test(_ alert: Alert, _ example: Alert.Example, of owner: ThingID) -> Node {
    let series = example.series.map { series -> Node in
      ["series": .string(series.name), "values": .string(series.values)]
    }
    var carried = example.labels
    carried["severity"] = alert.severity.rawValue
    carried["thing"] = "\(owner.kind)/\(owner.name)"
    let expected = Node.mapping([
      ("exp_labels", .mapping(carried.sorted { $0.key < $1.key }.map { ($0.key, Node.string($0.value)) })),
      ("exp_annotations", annotations(alert, summary: expanded(alert.summary, with: carried))),
    ])
    return Node.mapping([
      ("name", .string(alert.name)),
      ("interval", "1m"),
      ("input_series", .sequence(series)),
      (
        "alert_rule_test",
        [
          ["eval_time": "0m", "alertname": .string(alert.name), "exp_alerts": []],
          [
            "eval_time": .string("\(example.firesAt)"), "alertname": .string(alert.name), "exp_alerts": [expected],
          ],
        ]
      ),
    ]).from(alert.declared)
  }

  /// A summary as Prometheus will print it: `{{ $labels.instance }}` replaced by the label's value.
  static func expanded(_ summary: String, with labels: [String: String]) -> String {
    var text = ""
    var rest = summary[...]
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
      let inside = rest[open.upperBound..<close.lowerBound].filter { !$0.isWhitespace }
      text += rest[..<open.lowerBound]
      text += inside.hasPrefix("$labels.") ? labels[String(inside.dropFirst("$labels.".count))] ?? "" : String(inside)
      rest = rest[close.upperBound...]
    }
    return text + rest
  }
}
