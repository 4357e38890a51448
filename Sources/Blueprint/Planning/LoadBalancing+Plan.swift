import Diagnostics
import Documents
import LabModel

extension LoadBalancing: Resource {
  /// Traffic that is passed on.
  public static let kind = ResourceKind(
    "load-balancing", "traffic",
    added: Consequence(.none, "nginx begins to pass traffic on"),
    removed: Consequence(.downtime, "nobody passes this traffic on"),
    saysBetter: ["fronts", "health"],
    fields: [
      FieldRule(
        "streams.*", "port for *", Consequence(.downtime, "open connections are cut when nginx reloads"),
        added: Consequence(.none, "nginx reloads"), removed: Consequence(.downtime, "nobody answers there")),
      FieldRule("streams.*.port", "port for *", Consequence(.downtime, "clients must use the new port")),
      FieldRule("streams.*.backends", "backends for *", Consequence(.none, "nginx reloads")),
      FieldRule("streams.*.title", "title of *"),
      FieldRule(
        "sites.*", "site *", Consequence(.none, "nginx reloads"),
        removed: Consequence(.downtime, "nobody answers there")),
      FieldRule(
        "sites.*.host", "host name of *", Consequence(.downtime, "clients must use the new name, and DNS know it")),
      FieldRule("sites.*.port", "port of *", Consequence(.downtime, "clients must use the new port")),
      FieldRule(
        "sites.*.node-port", "node port of *",
        Consequence(.downtime, "until cluster and load balancer both have the new port, nothing gets through")),
      FieldRule("sites.*.backends", "backends of *", Consequence(.none, "nginx reloads")),
      FieldRule("health-port", "health port", Consequence(.none, "whoever asks for health must use the new port")),
      FieldRule("connect", "time to connect", unit: .seconds, Consequence(.none, "nginx reloads")),
      FieldRule("idle", "silence before a connection is cut", unit: .seconds, Consequence(.none, "nginx reloads")),
    ])

  /// Ports, names and where traffic goes.
  public var fields: Node {
    .mapping([
      ("streams", .fields(streams.map { ($0.name, Self.fields(of: $0)) })),
      ("sites", .fields(sites.map { ($0.name, Self.fields(of: $0)) })),
      ("health-port", .int(healthPort)),
      ("connect", .int(connect.seconds)),
      ("idle", .int(idle.seconds)),
    ])
  }

  private static func fields(of stream: Stream) -> Node {
    Node.fields([
      ("title", .string(stream.title)),
      ("port", .string("\(stream.port)/\(stream.transport.rawValue)")),
      ("backends", .fields(stream.backends.map { ($0.machine.name, .string("\($0.address):\($0.port)")) })),
    ]).from(stream.origin)
  }

  private static func fields(of site: Site) -> Node {
    let ports = Set(site.backends.map(\.port))
    return Node.mapping([
      ("service", .string(site.service.name)),
      ("host", .string(site.host)),
      ("port", .int(site.port)),
      ("node-port", ports.count == 1 ? ports.first.map(Node.int) : nil),
      ("backends", .strings(site.backends.map { ports.count == 1 ? $0.address : "\($0.address):\($0.port)" })),
    ]).from(site.origin)
  }
}
