import Blueprint
import Diagnostics
import LabModel

extension LoadBalancer {
  var addressJob: String { "\(name)-vip" }
  var sitesJob: String { "\(name)-sites" }
  var nodeJob: String { "\(name)-node" }
  var nginxJob: String { "\(name)-nginx" }
  var clusterJob: String { "\(name)-cluster" }

  /// The exporters on its machines, and probes of what clients use.
  func scrapeTargets(_ balancing: LoadBalancing) -> [ScrapeTarget] {
    var targets = [
      exporter(nodeJob, port: Self.nodeExporterPort),
      exporter(nginxJob, port: Self.nginxExporterPort),
      exporter(clusterJob, port: Self.clusterExporterPort),
      probe(
        addressJob, module: .tcp,
        of: balancing.streams.filter { $0.transport == .tcp }.map { "\(vip.text):\($0.port)" }
          + ["\(vip.text):\(settings.healthPort)"]),
    ]
    if !balancing.sites.isEmpty {
      targets.append(probe(sitesJob, module: .http, of: balancing.sites.map { "http://\($0.host):\($0.port)/" }))
    }
    return targets
  }

  private func exporter(_ job: String, port: Int) -> ScrapeTarget {
    ScrapeTarget(
      owner: id, origin: declared, job: job, method: .metrics(path: "/metrics"),
      addresses: machines.map { "\($0.address.text):\(port)" })
  }

  private func probe(_ job: String, module: ScrapeTarget.Probe, of addresses: [String]) -> ScrapeTarget {
    ScrapeTarget(owner: id, origin: declared, job: job, method: .probe(module: module), addresses: addresses)
  }
}
