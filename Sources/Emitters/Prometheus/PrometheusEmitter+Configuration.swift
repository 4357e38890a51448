import Blueprint
import Diagnostics
import Documents
import LabModel

extension PrometheusEmitter {
  /// Where Prometheus finds the blackbox exporter: beside itself, on the exporter's default port.
  static let blackboxExporter = "127.0.0.1:9115"

  /// `prometheus.yml`.
  static func configuration(_ blueprint: Blueprint) -> Document {
    let root: Node = [
      "global": ["scrape_interval": "30s", "evaluation_interval": "30s"],
      "rule_files": ["rules/*.yml"],
      "scrape_configs": .sequence(blueprint.scrapeTargets.map(job)),
    ]
    // What stands in no job is there because something is watched at all.
    return .yaml(
      root.from(blueprint.scrapeTargets.first?.origin ?? blueprint.alerts.first?.origin),
      header: ["Made by rackbook from the lab \(blueprint.lab.name). Change it there, not here."])
  }

  private static func job(_ target: ScrapeTarget) -> Node {
    let targets: Node = [
      [
        "targets": .strings(target.addresses),
        "labels": ["thing": .string("\(target.owner.kind)/\(target.owner.name)")],
      ]
    ]
    switch target.method {
    case .metrics(let path):
      return Node.mapping([
        ("job_name", .string(target.job)), ("metrics_path", .string(path)), ("static_configs", targets),
      ]).from(target.origin)
    case .probe(let module):
      return Node.mapping([
        ("job_name", .string(target.job)), ("metrics_path", "/probe"),
        ("params", ["module": [.string(module.rawValue)]]), ("static_configs", targets),
        (
          "relabel_configs",
          [
            ["source_labels": ["__address__"], "target_label": "__param_target"],
            ["source_labels": ["__param_target"], "target_label": "instance"],
            ["target_label": "__address__", "replacement": .string(blackboxExporter)],
          ]
        ),
      ]).from(target.origin)
    }
  }
}
