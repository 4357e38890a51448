import Diagnostics
import LabModel

/// An alert with the thing it watches.
public struct AlertResource: Sendable, Hashable {
  /// The thing it watches.
  public var owner: ThingID
  /// The alert.
  public var alert: Alert

  /// Gives an alert its owner.
  public init(owner: ThingID, alert: Alert) {
    self.owner = owner
    self.alert = alert
  }
}

/// Addresses that Prometheus asks for metrics.
public struct ScrapeTarget: Sendable, Hashable {
  /// How metrics are asked for.
  public enum Method: Sendable, Hashable {
    /// The target itself answers at a path.
    case metrics(path: String)
    /// A blackbox exporter tries the target with one of its modules.
    case probe(module: Probe)
  }

  /// How a blackbox exporter tries a target; the raw value is the module's name.
  public enum Probe: String, Sendable, Hashable, CaseIterable {
    /// A TCP connection can be opened.
    case tcp = "tcp_connect"
    /// An HTTP request is answered with success.
    case http = "http_2xx"
    /// An HTTPS request is answered with success, whoever signed the certificate: for servers with an authority of
    /// their own, whose certificate's end is watched all the same.
    case httpsAnyCertificate = "https_any_certificate"
  }

  /// The thing it belongs to.
  public var owner: ThingID
  /// Where that was declared.
  public var origin: SourceLocation
  /// The job's name, unique in the lab; targets of one job are asked alike.
  public var job: String
  /// How metrics are asked for.
  public var method: Method
  /// The addresses, as `host:port` or a URL for probes.
  public var addresses: [String]

  /// Describes targets.
  public init(owner: ThingID, origin: SourceLocation, job: String, method: Method, addresses: [String]) {
    self.owner = owner
    self.origin = origin
    self.job = job
    self.method = method
    self.addresses = addresses
  }
}
