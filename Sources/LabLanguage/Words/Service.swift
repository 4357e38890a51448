import Diagnostics
import LabModel

/// Something that people or other services use: containers in a namespace, or a program on a machine.
///
/// ```swift
/// let mealie = Service("mealie", in: homeApps) {
///   Container("ghcr.io/mealie-recipes/mealie:v2.8.0", port: 9000)
///   Volume("data", .gib(10), on: iscsi, at: "/app/data")
///   Environment("TZ", "Europe/Zurich")
/// }
/// .needs(mealieDB)
/// .exposed(at: "mealie.lab.example", through: api, port: 9925, nodePort: 32424)
/// .backedUp(every: .hours(6), keep: .days(30), to: synology)
/// ```
public struct Service: Component {
  /// The service's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// What it is, in one phrase.
  public let summary: String
  /// Where it runs.
  public let place: ThingID
  /// The cluster it runs in; nil for a service on a machine.
  public let cluster: ThingID?
  /// Its name in Kubernetes.
  public let objectName: String
  /// Its volumes.
  public let volumes: [Volume]
  /// Its own alerts.
  public let alerts: [Alert]
  /// What it does not work without.
  public internal(set) var needed: [ThingID] = []
  /// How it is reached from outside.
  public internal(set) var exposures: [Exposure] = []
  /// How its state is kept safe.
  public internal(set) var backup: Backup?
  /// Whether it keeps the secrets of the lab: its Vault.
  public internal(set) var isSecretStore = false
  /// What it was said to need to start.
  public internal(set) var startNeeds: [StartNeed] = []
  /// The step that stands in for it while the lab starts.
  public internal(set) var breakGlass: String?
  /// What it waits for before it starts.
  public internal(set) var waits: [Wait] = []
  /// Why no network policy guards it; nil where one does.
  public internal(set) var isolationWaiver: String?
  private let boxed: Boxed

  /// One reference, so that a service stays cheap to copy.
  private final class Boxed: Sendable {
    let template: PodTemplate
    init(_ template: PodTemplate) { self.template = template }
  }

  /// Declares a service.
  ///
  /// - Parameters:
  ///   - name: A DNS label.
  ///   - place: The namespace, machine or NAS it runs in.
  ///   - summary: What it is, in one phrase without a full stop.
  ///   - objectName: Its name in Kubernetes, where a service of another namespace has the same; `name` unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - parts: `Container`, ``Volume``, `Environment`, `Probe` and what else is a ``ServicePart``.
  public init(
    _ name: String, in place: any Place, _ summary: String = "", named objectName: String? = nil,
    file: StaticString = #fileID, line: UInt = #line,
    @Parts<any ServicePart> parts: () -> [any ServicePart] = { [] }
  ) {
    let parts = ServiceParts(parts())
    self.id = ThingID("service", name)
    self.declared = SourceLocation(file, line)
    self.summary = summary
    self.place = place.id
    self.cluster = (place as? Namespace)?.cluster
    self.objectName = objectName ?? name
    self.volumes = parts.volumes
    self.alerts = parts.alerts
    self.boxed = Boxed(parts.template)
  }

  /// What is said about its pods.
  public var template: PodTemplate { boxed.template }
  /// Its containers, the main one first.
  public var containers: [Container] { boxed.template.containers }

  /// Whether it keeps state whose loss does harm.
  public var hasState: Bool { volumes.contains { $0.waiver == nil } }

  /// Runs in its place, needs, stores, is exposed, is backed up.
  public var relations: [Relation] {
    var relations = [Relation(.runsOn, place)]
    relations += needed.map { Relation(.needs, $0) }
    relations += volumes.map { Relation(.storedOn, $0.storageClass) }
    relations += exposures.map { Relation(.exposedThrough, $0.frontend) }
    if case .copied(let policy) = backup { relations.append(Relation(.backedUpTo, policy.target)) }
    return relations
  }

  /// The addresses that the cluster's load balancer gives it on request, each once.
  public var addresses: [NetworkAddress] {
    var seen: Set<NetworkAddress> = []
    return boxed.template.published.compactMap(\.address).filter { seen.insert($0).inserted }
  }

  /// The ports of its exposures and the published ones; container ports are the pod's own and clash with nothing, on a
  /// machine they may.
  public var listeners: [Listener] {
    var listeners: [Listener] = []
    for exposure in exposures {
      listeners.append(Listener(on: exposure.frontend, port: exposure.port, use: "\(id) at \(exposure.host)"))
      if let cluster {
        listeners.append(Listener(on: cluster, port: exposure.nodePort, use: "node port of \(id)"))
      }
    }
    if let cluster {
      for port in boxed.template.published where port.kind == .nodePort || port.kind == .hostPort {
        listeners.append(Listener(on: cluster, port: port.port, port.transport, use: "\(port.kind.title) of \(id)"))
      }
    } else {
      for port in containers.flatMap(\.ports) {
        listeners.append(Listener(on: place, port: port.number, port.transport, use: "\(id)"))
      }
    }
    return listeners
  }

  /// Place, images, ports, volumes, addresses, backup.
  public var facts: [Fact] {
    var facts = [Fact(place.kind, place.kind == "namespace" ? "Namespace" : "Runs on", place.name, link: place)]
    facts += containers.map { Fact("image", "Image", $0.image) }
    facts += containers.flatMap(\.ports).map { Fact("port", "Port", "\($0)") }
    if let workload = boxed.template.workload {
      let replicas = workload.replicas.map { $0 == 1 ? "" : ", \($0) replicas" } ?? ", one on each node"
      facts.append(Fact("workload", "Runs as", workload.kind + replicas))
    }
    facts += volumes.map { Fact("volume", "Volume \($0.name)", $0.description, link: $0.storageClass) }
    facts += exposures.map { Fact("url", "Reached at", "\($0)", link: $0.frontend) }
    if let backup { facts.append(Fact("backup", "Backup", "\(backup)")) }
    if let breakGlass { facts.append(Fact("break-glass", "While it is not up", breakGlass)) }
    return facts
  }
}
