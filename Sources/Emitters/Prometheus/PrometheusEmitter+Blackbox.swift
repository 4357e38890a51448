import Blueprint
import Documents
import LabModel

extension PrometheusEmitter {
  /// The exporter reads its own configuration.
  static let blackboxCheck = Verification(
    "blackbox exporter: config.check",
    tools: [.init("prometheus-blackbox-exporter", from: "prometheus-blackbox-exporter")],
    script: "prometheus-blackbox-exporter --config.check --config.file=prometheus/blackbox.yml")

  /// The probes that some target asks for, in the order of their declaration.
  static func probes(_ blueprint: Blueprint) -> [ScrapeTarget.Probe] {
    let used = Set(
      blueprint.scrapeTargets.compactMap { target -> ScrapeTarget.Probe? in
        if case .probe(let module) = target.method { module } else { nil }
      })
    return ScrapeTarget.Probe.allCases.filter(used.contains)
  }

  /// `blackbox.yml`: a module for each probe.
  static func modules(_ probes: [ScrapeTarget.Probe], for blueprint: Blueprint) -> Document {
    let modules = probes.map { probe -> (String, Node?) in
      let askers = blueprint.scrapeTargets.filter { $0.method == .probe(module: probe) }.map(\.origin)
      return (probe.rawValue, module(probe).from(askers.first, and: Array(askers.dropFirst())))
    }
    let root: Node = ["modules": .mapping(modules)]
    return .yaml(
      root.from(blueprint.scrapeTargets.first?.origin),
      header: ["Made by rackbook from the lab \(blueprint.lab.name). Change it there, not here."])
  }

  private static func module(_ probe: ScrapeTarget.Probe) -> Node {
    // The exporter prefers IPv6, and takes its time to find out that a lab has none.
    let protocols: (String, Node?) = ("preferred_ip_protocol", "ip4")
    switch probe {
    case .tcp: return ["prober": "tcp", "timeout": "5s", "tcp": .mapping([protocols])]
    case .http: return ["prober": "http", "timeout": "5s", "http": .mapping([protocols])]
    case .httpsAnyCertificate:
      let any: (String, Node?) = ("tls_config", ["insecure_skip_verify": true])
      return ["prober": "http", "timeout": "5s", "http": .mapping([protocols, any])]
    }
  }
}
