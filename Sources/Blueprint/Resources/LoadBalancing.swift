import Diagnostics
import LabModel

/// Traffic that a group of hosts passes on to backends.
public struct LoadBalancing: Sendable, Hashable {
  /// The thing it belongs to.
  public var owner: ThingID
  /// Where that was declared.
  public var origin: SourceLocation
  /// The role of the hosts that do it.
  public var role: String
  /// What is passed on byte by byte.
  public var streams: [Stream]
  /// What is passed on as HTTP.
  public var sites: [Site]
  /// The port that answers health checks of the balancer itself at `/health`.
  public var healthPort: Int
  /// How long a backend may take to accept a connection before the next one is tried.
  public var connect: Interval
  /// How long a connection that is passed on byte by byte may be silent.
  public var idle: Interval

  /// A machine that traffic goes to.
  public struct Backend: Sendable, Hashable {
    /// The machine.
    public var machine: ThingID
    /// Its address.
    public var address: String
    /// The port it answers on.
    public var port: Int

    /// Describes a machine that traffic goes to.
    public init(machine: ThingID, address: String, port: Int) {
      self.machine = machine
      self.address = address
      self.port = port
    }
  }

  /// Connections that are passed on byte by byte.
  public struct Stream: Sendable, Hashable {
    /// A name: letters, digits and hyphens, of one load balancer's streams and sites the only one.
    public var name: String
    /// What it is, one phrase: `API server of homelab`.
    public var title: String
    /// Where it was declared.
    public var origin: SourceLocation
    /// The port that clients use.
    public var port: Int
    /// TCP or UDP.
    public var transport: Transport
    /// Where connections go.
    public var backends: [Backend]

    /// Describes connections.
    public init(
      name: String, title: String, origin: SourceLocation, port: Int, transport: Transport, backends: [Backend]
    ) {
      self.name = name
      self.title = title
      self.origin = origin
      self.port = port
      self.transport = transport
      self.backends = backends
    }
  }

  /// An HTTP service.
  public struct Site: Sendable, Hashable {
    /// The service it is for.
    public var service: ThingID
    /// A name: letters, digits and hyphens, of one load balancer's streams and sites the only one.
    public var name: String
    /// Where it was declared.
    public var origin: SourceLocation
    /// The host name that clients use.
    public var host: String
    /// The port that clients use.
    public var port: Int
    /// Where requests go.
    public var backends: [Backend]

    /// Describes an HTTP service.
    public init(service: ThingID, name: String, origin: SourceLocation, host: String, port: Int, backends: [Backend]) {
      self.service = service
      self.name = name
      self.origin = origin
      self.host = host
      self.port = port
      self.backends = backends
    }
  }

  /// Describes what is passed on.
  public init(
    owner: ThingID, origin: SourceLocation, role: String, streams: [Stream], sites: [Site], healthPort: Int,
    connect: Interval, idle: Interval
  ) {
    self.owner = owner
    self.origin = origin
    self.role = role
    self.streams = streams
    self.sites = sites
    self.healthPort = healthPort
    self.connect = connect
    self.idle = idle
  }
}

// Where files lie on hosts: what the role that copies them and the emitter that writes them agree on.
extension LoadBalancing {
  /// The configuration: one file, so that nginx can check the whole before it replaces anything.
  public static let configurationFile = "/etc/nginx/nginx.conf"
  /// The settings of the exporter that gives nginx's numbers to Prometheus.
  public static let exporterFile = "/etc/default/prometheus-nginx-exporter"

  /// The URL that answers with the server's status, on the host itself only.
  public var statusURL: String { "http://127.0.0.1:\(healthPort)/nginx_status" }
}
