import Blueprint
import Diagnostics
import Documents
import LabModel

/// What stands in a load balancer's `nginx.conf`.
struct NginxConfiguration {
  typealias Directive = NginxConfig.Directive

  private let balancing: LoadBalancing

  init(_ balancing: LoadBalancing) { self.balancing = balancing }

  /// The whole file.
  var directives: [Directive] {
    var directives = [
      Directive("user", "www-data", from: balancing.origin),
      Directive("worker_processes", "auto"),
      Directive(
        "worker_rlimit_nofile", "16384", comment: "Two descriptors a connection: more than the 1024 of the unit."),
      Directive(
        "worker_shutdown_timeout", "10m", comment: "Watches of the Kubernetes API would keep old workers for ever."),
      Directive("pid", "/run/nginx.pid"),
      Directive("error_log", "/var/log/nginx/error.log", "warn"),
      // Debian's way to load modules, among them the one for streams.
      Directive("include", "/etc/nginx/modules-enabled/*.conf"),
      Directive("events", block: [Directive("worker_connections", "8192")]),
    ]
    if !balancing.streams.isEmpty { directives.append(Directive("stream", block: stream)) }
    directives.append(Directive("http", block: http))
    for index in directives.indices { directives[index].origin = balancing.origin }
    return directives
  }

  private var stream: [Directive] {
    let log = [
      Directive(
        "log_format", "connection",
        "$remote_addr [$time_iso8601] $upstream_addr $status $bytes_sent $bytes_received $session_time"),
      Directive("access_log", "/var/log/nginx/stream.log", "connection"),
    ]
    return log + balancing.streams.flatMap(passedOn)
  }

  /// Connections that are passed on byte by byte.
  private func passedOn(_ stream: LoadBalancing.Stream) -> [Directive] {
    let name = upstreamName("stream", stream.name)
    let port = NginxConfig.Argument.number(stream.port)
    return [
      upstream(name, stream.backends, from: stream.origin, comment: "\(stream.title), passed on as it comes."),
      Directive(
        "server",
        block: [
          stream.transport == .udp ? Directive("listen", port, "udp") : Directive("listen", port),
          Directive("proxy_pass", .text(name)),
          Directive("proxy_connect_timeout", .text(balancing.connect.nginx)),
          Directive("proxy_timeout", .text(balancing.idle.nginx)),
          Directive("proxy_next_upstream", "on"),
          Directive("proxy_socket_keepalive", "on"),
        ], from: stream.origin),
    ]
  }

  private var http: [Directive] {
    let common = [
      Directive("access_log", "/var/log/nginx/access.log", "combined"),
      Directive("server_tokens", "off"),
      Directive("client_max_body_size", "0", comment: "How much may be uploaded is for each application to say."),
      Directive(
        "map", "$http_upgrade", "$connection_upgrade",
        block: [Directive("default", "upgrade"), Directive("", "")]),
      Directive("proxy_http_version", "1.1"),
      Directive("proxy_connect_timeout", .text(balancing.connect.nginx)),
      Directive("proxy_read_timeout", "90s"),
      Directive("proxy_send_timeout", "90s"),
      Directive("proxy_set_header", "Host", "$http_host"),
      Directive("proxy_set_header", "X-Real-IP", "$remote_addr"),
      Directive("proxy_set_header", "X-Forwarded-For", "$proxy_add_x_forwarded_for"),
      Directive("proxy_set_header", "X-Forwarded-Proto", "$scheme"),
      Directive("proxy_set_header", "Upgrade", "$http_upgrade"),
      Directive("proxy_set_header", "Connection", "$connection_upgrade"),
    ]
    return common + [health] + balancing.sites.flatMap(site)
  }

  private var health: Directive {
    Directive(
      "server",
      block: [
        Directive("listen", .number(balancing.healthPort)),
        Directive("access_log", "off"),
        Directive(
          "location", "=", "/health",
          block: [Directive("default_type", "text/plain"), Directive("return", "200", "ok\n")]),
        Directive(
          "location", "=", "/nginx_status",
          block: [Directive("allow", "127.0.0.1"), Directive("deny", "all"), Directive("stub_status")]),
        Directive("location", "/", block: [Directive("return", "404")]),
      ], comment: "Health of this balancer, and its counters for Pacemaker and the exporter.")
  }

  /// An HTTP service.
  private func site(_ site: LoadBalancing.Site) -> [Directive] {
    let name = upstreamName("site", site.name)
    return [
      upstream(name, site.backends, from: site.origin, comment: "Service \(site.service.name)."),
      Directive(
        "server",
        block: [
          Directive("listen", .number(site.port)),
          Directive("server_name", .text(site.host)),
          Directive("location", "/", block: [Directive("proxy_pass", .text("http://\(name)"))]),
        ], from: site.origin),
    ]
  }

  private func upstream(
    _ name: String, _ backends: [LoadBalancing.Backend], from origin: SourceLocation, comment: String
  ) -> Directive {
    // A zone shares the state of backends among workers: a dead one is found once, not once by each.
    let servers = backends.map { backend in
      Directive(
        "server", .text("\(backend.address):\(backend.port)"), "max_fails=2", "fail_timeout=10s",
        comment: backend.machine.name)
    }
    return Directive(
      "upstream", .text(name),
      block: [Directive("zone", .text(name), "64k"), Directive("least_conn")] + servers, from: origin,
      comment: comment)
  }

  /// Streams and sites share one space of zone names, hence the prefix.
  private func upstreamName(_ kind: String, _ name: String) -> String {
    "\(kind)_" + name.map { $0 == "-" ? "_" : String($0) }.joined()
  }
}

extension Interval {
  /// As nginx reads it, in seconds.
  fileprivate var nginx: String { "\(seconds)s" }
}
