import Diagnostics
import Documents
import LabModel

/// What runs for a service, what it stores, how it is reached, and how its state is kept safe.
public struct ServiceResource: Sendable, Hashable {
  /// The service.
  public var owner: ThingID
  /// Where it was declared.
  public var origin: SourceLocation
  /// The namespace or machine that it runs in.
  public var place: ThingID
  /// Its containers, the main one first.
  public var containers: [Container]
  /// What it stores.
  public var volumes: [Volume]
  /// How it is reached from outside.
  public var exposures: [Exposure]
  /// How its state is copied; nil where it is not.
  public var backup: Backup?
  /// Everything else that is said of its pods, as a tree: environment, probes, resources, replicas.
  public var pods: Node

  /// A container.
  public struct Container: Sendable, Hashable {
    /// The image without its tag and digest.
    public var repository: String
    /// The tag or digest, as it was written.
    public var version: String
    /// The ports it listens on, as `9000/tcp`.
    public var ports: [String]
    /// Where it was declared.
    public var origin: SourceLocation

    /// Describes a container.
    ///
    /// - Parameters:
    ///   - image: The image with its tag or digest.
    ///   - ports: The ports it listens on, as `9000/tcp`.
    ///   - origin: Where it was declared.
    public init(image: String, ports: [String], origin: SourceLocation) {
      // A colon after the last slash begins the tag; before it, it belongs to the registry's port.
      let name = image.lastIndex(of: "/").map { image.index(after: $0) } ?? image.startIndex
      let end = image[name...].firstIndex { $0 == ":" || $0 == "@" } ?? image.endIndex
      self.repository = String(image[..<end])
      self.version = String(image[end...].drop { $0 == ":" || $0 == "@" })
      self.ports = ports
      self.origin = origin
    }
  }

  /// What a service stores.
  public struct Volume: Sendable, Hashable {
    /// Its name within the service.
    public var name: String
    /// Its size.
    public var size: DataSize
    /// The class that it is taken from.
    public var storageClass: String
    /// Where it was declared.
    public var origin: SourceLocation

    /// Describes a volume.
    public init(name: String, size: DataSize, storageClass: String, origin: SourceLocation) {
      self.name = name
      self.size = size
      self.storageClass = storageClass
      self.origin = origin
    }
  }

  /// How a service is reached from outside.
  public struct Exposure: Sendable, Hashable {
    /// The host name that clients use.
    public var host: String
    /// The load balancer they arrive at.
    public var frontend: String
    /// The load balancer's port.
    public var port: Int
    /// The port on the nodes of the cluster.
    public var nodePort: Int
    /// Where it was declared.
    public var origin: SourceLocation

    /// Describes an exposure.
    public init(host: String, frontend: String, port: Int, nodePort: Int, origin: SourceLocation) {
      self.host = host
      self.frontend = frontend
      self.port = port
      self.nodePort = nodePort
      self.origin = origin
    }
  }

  /// How state is copied.
  public struct Backup: Sendable, Hashable {
    /// How often.
    public var every: Interval
    /// How long a copy is kept.
    public var keep: Interval
    /// Where copies go.
    public var target: String
    /// The most data, in time, that may be lost.
    public var rpo: Interval?
    /// The longest time until the service works again.
    public var rto: Interval?

    /// Describes a schedule of copies.
    public init(every: Interval, keep: Interval, target: String, rpo: Interval?, rto: Interval?) {
      self.every = every
      self.keep = keep
      self.target = target
      self.rpo = rpo
      self.rto = rto
    }
  }

  /// Describes a service.
  public init(
    owner: ThingID, origin: SourceLocation, place: ThingID, containers: [Container], volumes: [Volume],
    exposures: [Exposure], backup: Backup?, pods: Node = .mapping([])
  ) {
    self.owner = owner
    self.origin = origin
    self.place = place
    self.containers = containers
    self.volumes = volumes
    self.exposures = exposures
    self.backup = backup
    self.pods = pods
  }
}
