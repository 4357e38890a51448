import Blueprint
import Diagnostics
import Documents
import LabModel

/// Writes Prometheus' configuration: what it asks, what it warns of, and unit tests of the warnings.
///
/// - `prometheus/prometheus.yml`: scrape jobs; probes go through a blackbox exporter beside Prometheus.
/// - `prometheus/blackbox.yml`: that exporter's modules, where anything is probed.
/// - `prometheus/rules/<thing>.yml`: one group of alerts for each thing that has any.
/// - `prometheus/tests/<thing>.yml`: for every alert with an example, a test that it fires then and not before.
public struct PrometheusEmitter: Emitter {
  /// `prometheus`.
  public let name = "prometheus"

  /// An emitter.
  public init() {}

  /// The configuration, the rules and their tests; nothing where nothing is watched.
  public func emit(_ blueprint: Blueprint, reporting log: inout DiagnosticLog) -> [Artifact] {
    let watched = Self.watched(blueprint)
    guard !watched.isEmpty || !blueprint.scrapeTargets.isEmpty else { return [] }
    var artifacts = [Artifact("prometheus/prometheus.yml", Self.configuration(blueprint))]
    let probes = Self.probes(blueprint)
    if !probes.isEmpty { artifacts.append(Artifact("prometheus/blackbox.yml", Self.modules(probes, for: blueprint))) }
    for (owner, alerts) in watched {
      artifacts.append(Artifact("prometheus/rules/\(Self.fileName(owner))", Self.rules(of: owner, alerts)))
      let tested = alerts.filter { $0.example != nil }
      if !tested.isEmpty {
        artifacts.append(Artifact("prometheus/tests/\(Self.fileName(owner))", Self.tests(of: owner, tested)))
      }
    }
    return artifacts
  }

  /// `promtool` over configuration, rules and tests, the exporter over its own configuration.
  public func verifications(of blueprint: Blueprint) -> [Verification] {
    let watched = Self.watched(blueprint)
    guard !watched.isEmpty || !blueprint.scrapeTargets.isEmpty else { return [] }
    let promtool = Verification.Tool("promtool", from: "prometheus")
    var verifications = [
      Verification(
        "promtool check config", tools: [promtool], script: "promtool check config prometheus/prometheus.yml")
    ]
    if !Self.probes(blueprint).isEmpty { verifications.append(Self.blackboxCheck) }
    if !watched.isEmpty {
      verifications.append(
        Verification("promtool check rules", tools: [promtool], script: "promtool check rules prometheus/rules/*.yml"))
    }
    if watched.contains(where: { $0.alerts.contains { $0.example != nil } }) {
      verifications.append(
        Verification("promtool test rules", tools: [promtool], script: "promtool test rules prometheus/tests/*.yml"))
    }
    return verifications
  }

  /// The alerts of each thing, things in the order of the blueprint.
  private static func watched(_ blueprint: Blueprint) -> [(owner: ThingID, alerts: [Alert])] {
    var order: [ThingID] = []
    var alerts: [ThingID: [Alert]] = [:]
    for resource in blueprint.alerts {
      if alerts[resource.owner] == nil { order.append(resource.owner) }
      alerts[resource.owner, default: []].append(resource.alert)
    }
    return order.map { ($0, alerts[$0] ?? []) }
  }

  private static func fileName(_ owner: ThingID) -> String { "\(owner.kind)-\(owner.name).yml" }
}
