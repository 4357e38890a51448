import Diagnostics
import LabModel

/// What is to run in a cluster, whoever installed it.
public struct ClusterContents: Sendable {
  /// The cluster.
  public var cluster: ThingID
  /// Where it was declared.
  public var origin: SourceLocation
  /// Its version of Kubernetes, such as `1.35.4`.
  public var kubernetes: String
  /// Its namespaces, in the order of declaration.
  public var namespaces: [NamespaceResource] = []
  /// The classes of volumes that it is to have.
  public var storageClasses: [StorageClassResource] = []

  /// Describes what is to run in a cluster.
  public init(cluster: ThingID, origin: SourceLocation, kubernetes: String) {
    self.cluster = cluster
    self.origin = origin
    self.kubernetes = kubernetes
  }
}

/// A namespace with what runs in it.
public struct NamespaceResource: Sendable {
  /// The namespace.
  public var owner: ThingID
  /// Where it was declared.
  public var origin: SourceLocation
  /// Its name in the cluster.
  public var name: String
  /// What runs in it, in the order of declaration.
  public var workloads: [WorkloadResource] = []
  /// Claims that several workloads share.
  public var sharedClaims: [ClaimResource] = []

  /// Describes a namespace.
  public init(owner: ThingID, origin: SourceLocation, name: String) {
    self.owner = owner
    self.origin = origin
    self.name = name
  }
}

/// A class of volumes that a cluster is to have.
public struct StorageClassResource: Sendable, Hashable {
  /// The class.
  public var owner: ThingID
  /// Where it was declared.
  public var origin: SourceLocation
  /// The driver that makes volumes.
  public var provisioner: String
  /// The driver's parameters.
  public var parameters: [Parameter]
  /// Options of the mount on a node.
  public var mountOptions: [String]
  /// Whether the data stays when a claim is deleted.
  public var retains: Bool
  /// Whether claims that name no class are given this one.
  public var isDefault: Bool

  /// A parameter of a driver.
  public struct Parameter: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: String

    /// States a parameter.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Describes a class.
  public init(
    owner: ThingID, origin: SourceLocation, provisioner: String, parameters: [Parameter], mountOptions: [String],
    retains: Bool, isDefault: Bool
  ) {
    self.owner = owner
    self.origin = origin
    self.provisioner = provisioner
    self.parameters = parameters
    self.mountOptions = mountOptions
    self.retains = retains
    self.isDefault = isDefault
  }
}
