import Diagnostics
import Documents
import LabModel

extension ServiceResource: Resource {
  private static let unreachable = Consequence(.downtime, "until everything and everyone uses the new one")

  /// What a service runs, stores and shows.
  public static let kind = ResourceKind(
    "service", "service",
    added: Consequence(.none, "it starts"),
    removed: Consequence(.downtime, "it stops"),
    leftBehind: "its backups, the DNS records of its host names, and volumes whose class keeps them",
    stateField: "holds-state",
    saysBetter: ["namespace", "vm", "host", "nas", "image", "port", "volume", "url"],
    fields: [
      FieldRule(
        "place", "place", Consequence(.data, "it stops here and starts there, without the volumes that it had")),
      FieldRule("containers.*", "container *", Consequence(.restart, "its containers start anew")),
      FieldRule(
        "containers.*.version", "image *", Consequence(.restart, "its containers start anew with the new image")),
      FieldRule("containers.*.ports", "ports of *", Consequence(.restart, "its containers start anew")),
      FieldRule(
        "volumes.*", "volume *", added: Consequence(.restart, "its containers start anew with an empty volume"),
        removed: Consequence(.data, "what it holds is no longer mounted, and may be deleted")),
      FieldRule(
        "volumes.*.size", "size of volume *", unit: .bytes,
        grown: Consequence(.none, "the volume grows, where its class allows it"),
        shrunk: Consequence(.data, "a volume cannot shrink: it must be made anew, and its data copied")),
      FieldRule(
        "volumes.*.class", "class of volume *",
        Consequence(.data, "a volume cannot change its class: it must be made anew, and its data copied")),
      FieldRule(
        "exposures.*", "host name *", unreachable, added: Consequence(.none, "clients find it under this name"),
        removed: Consequence(.downtime, "clients no longer find it under this name")),
      FieldRule("exposures.*.port", "port of *", unreachable),
      FieldRule("exposures.*.node-port", "node port of *", unreachable),
      FieldRule("exposures.*.through", "way to *", unreachable),
      FieldRule(
        "backup", "backup", added: Consequence(.none, "copies are taken from now on"),
        removed: Consequence(.data, "no copies are taken any more")),
      FieldRule("backup.target", "target of the backup", Consequence(.data, "older copies stay where they are")),
      FieldRule(
        "backup.every", "time between copies", unit: .seconds,
        grown: Consequence(.data, "more is lost when the last copy is needed"), shrunk: .nothing),
      FieldRule(
        "backup.keep", "time that copies are kept", unit: .seconds, grown: .nothing,
        shrunk: Consequence(.data, "copies that are older are deleted")),
      FieldRule("backup.rpo", "promised RPO", unit: .seconds),
      FieldRule("backup.rto", "promised RTO", unit: .seconds),
      FieldRule("pods", "pods", Consequence(.restart, "its pods start anew")),
      FieldRule("pods.workloads", "workload", Consequence(.restart, "its pods may start anew")),
      FieldRule("pods.published", "published ports", unreachable),
      FieldRule("pods.ingresses", "ingress", unreachable),
      FieldRule("pods.labels", "labels", Consequence(.none)),
      FieldRule("pods.egress", "traffic out", Consequence(.none, "the network policy changes while it runs")),
      FieldRule("pods.ingress", "traffic in", Consequence(.none, "the network policy changes while it runs")),
      FieldRule("holds-state", "holds data"),
    ])

  /// Containers by image, volumes by name, exposures by host name, and the backup.
  public var fields: Node {
    .mapping([
      ("place", .string("\(place.kind) \(place.name)")),
      ("containers", containers.isEmpty ? nil : .fields(containers.map { ($0.repository, Self.fields(of: $0)) })),
      ("volumes", volumes.isEmpty ? nil : .fields(volumes.map { ($0.name, Self.fields(of: $0)) })),
      ("exposures", exposures.isEmpty ? nil : .fields(exposures.map { ($0.host, Self.fields(of: $0)) })),
      ("pods", pods.content == .mapping(Mapping()) ? nil : pods),
      ("backup", backup.map { Self.fields(of: $0) }),
      ("holds-state", .bool(!volumes.isEmpty)),
    ])
  }

  private static func fields(of container: Container) -> Node {
    Node.fields([("version", .string(container.version)), ("ports", .strings(container.ports))]).from(container.origin)
  }

  private static func fields(of volume: Volume) -> Node {
    Node.fields([("size", .int(volume.size.bytes)), ("class", .string(volume.storageClass))]).from(volume.origin)
  }

  private static func fields(of exposure: Exposure) -> Node {
    Node.fields([
      ("through", .string(exposure.frontend)), ("port", .int(exposure.port)), ("node-port", .int(exposure.nodePort)),
    ]).from(exposure.origin)
  }

  private static func fields(of backup: Backup) -> Node {
    .mapping([
      ("every", .int(backup.every.seconds)),
      ("keep", .int(backup.keep.seconds)),
      ("target", .string(backup.target)),
      ("rpo", backup.rpo.map { .int($0.seconds) }),
      ("rto", backup.rto.map { .int($0.seconds) }),
    ])
  }
}
