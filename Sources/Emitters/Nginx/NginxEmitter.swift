import Blueprint
import Diagnostics
import Documents
import LabModel

/// Writes nginx's configuration of every load balancer, and where its exporter asks for numbers.
///
/// The files lie where the role of the hosts copies them from. nginx listens on every address of a host: the shared
/// address is on one host at a time, and the others must be able to start.
public struct NginxEmitter: Emitter {
  /// `nginx`.
  public let name = "nginx"

  /// An emitter.
  public init() {}

  /// Two files for each load balancer.
  public func emit(_ blueprint: Blueprint, reporting log: inout DiagnosticLog) -> [Artifact] {
    blueprint.loadBalancing.flatMap { balancing in
      log.artifact(Self.path(balancing), for: balancing.owner) {
        try NginxConfig.print(
          NginxConfiguration(balancing).directives, header: [Blueprint.provenance(balancing.owner, balancing.origin)])
      } + [Self.exporterSettings(balancing)]
    }
  }

  static func path(_ balancing: LoadBalancing) -> String {
    HostRole.artifactPath(of: LoadBalancing.configurationFile, in: balancing.role)
  }

  /// What the exporter's unit reads: where nginx tells its status.
  private static func exporterSettings(_ balancing: LoadBalancing) -> Artifact {
    var out = TextWriter(origin: balancing.origin)
    out.line("# " + Blueprint.provenance(balancing.owner, balancing.origin))
    // Two dashes: newer exporters take no long option with one.
    out.line("ARGS=\"--nginx.scrape-uri=\(balancing.statusURL)\"")
    return Artifact(HostRole.artifactPath(of: LoadBalancing.exporterFile, in: balancing.role), out.printed)
  }

  /// nginx reads each configuration in a namespace without addresses, writing to folders of its own.
  public func verifications(of blueprint: Blueprint) -> [Verification] {
    blueprint.loadBalancing.map { balancing in
      Verification(
        "nginx -t: \(balancing.owner)",
        tools: [.init("nginx", from: "nginx and libnginx-mod-stream"), .init("unshare", from: "util-linux")],
        needsRoot: true,
        script: """
          unshare --mount --net bash -euc '
            mount -t tmpfs none /run
            mount -t tmpfs none /var/log
            mkdir /var/log/nginx
            exec nginx -t -q -c "$0"' "$PWD"/\(Shell.quote(Self.path(balancing)))
          """)
    }
  }
}
