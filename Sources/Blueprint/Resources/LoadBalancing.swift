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
  /// What is passed on as it comes: TCP.
  public var streams: [Stream]
  /// What is passed on as HTTP.
  public var sites: [Site]
  /// The port that answers health checks of the balancer itself at `/health`.
  public var healthPort: Int

  /// Connections that are passed on byte by byte.
  public struct Stream: Sendable, Hashable {
    /// A name for the upstream: letters, digits, underscores.
    public var name: String
    /// Where it was declared.
    public var origin: SourceLocation
    /// The port that clients use.
    public var port: Int
    /// Where connections go, as `address:port`.
    public var backends: [String]

    /// Describes connections.
    public init(name: String, origin: SourceLocation, port: Int, backends: [String]) {
      self.name = name
      self.origin = origin
      self.port = port
      self.backends = backends
    }
  }

  /// An HTTP service.
  public struct Site: Sendable, Hashable {
    /// A name for the upstream: letters, digits, underscores.
    public var name: String
    /// Where it was declared.
    public var origin: SourceLocation
    /// The host name that clients use.
    public var host: String
    /// The port that clients use.
    public var port: Int
    /// Where requests go, as `address:port`.
    public var backends: [String]

    /// Describes an HTTP service.
    public init(name: String, origin: SourceLocation, host: String, port: Int, backends: [String]) {
      self.name = name
      self.origin = origin
      self.host = host
      self.port = port
      self.backends = backends
    }
  }

  /// Describes what is passed on.
  public init(
    owner: ThingID, origin: SourceLocation, role: String, streams: [Stream], sites: [Site], healthPort: Int
  ) {
    self.owner = owner
    self.origin = origin
    self.role = role
    self.streams = streams
    self.sites = sites
    self.healthPort = healthPort
  }
}
