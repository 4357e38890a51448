import Diagnostics
import LabModel

/// Containers that a cluster keeps running, with everything they need.
public struct WorkloadResource: Sendable {
  /// The service it is.
  public var owner: ThingID
  /// Where that was declared.
  public var origin: SourceLocation
  /// The cluster it runs in.
  public var cluster: ThingID
  /// The namespace's name in the cluster.
  public var namespace: String
  /// Its own name in the namespace.
  public var name: String
  /// What is said about its pods.
  public var template: PodTemplate
  /// The claims that its pods use.
  public var claims: [ClaimUse] = []
  /// Ports that are open on every node for a load balancer of the lab.
  public var nodePorts: [NodePort] = []
  /// What it waits for before it starts.
  public var waits: [Wait] = []
  /// What its pods may connect to and be reached by; nil where nothing is limited.
  public var traffic: Traffic?
  /// A digest of the texts of its files, which changes when one of them does; nil where it has none.
  public var configDigest: String?

  /// Describes a workload.
  public init(
    owner: ThingID, origin: SourceLocation, cluster: ThingID, namespace: String, name: String, template: PodTemplate
  ) {
    self.owner = owner
    self.origin = origin
    self.cluster = cluster
    self.namespace = namespace
    self.name = name
    self.template = template
  }

  /// What keeps its pods running.
  public var workload: Workload {
    template.workload ?? .deployment(Deployment(replicas: 1))
  }

  /// A claim as a workload's pods name it.
  public struct ClaimUse: Sendable, Hashable {
    /// The volume's name within the pods.
    public var volume: String
    /// The claim.
    public var claim: ClaimResource
    /// Whether the claim is the workload's own.
    public var isOwn: Bool

    /// Describes the use of a claim.
    public init(volume: String, claim: ClaimResource, isOwn: Bool) {
      self.volume = volume
      self.claim = claim
      self.isOwn = isOwn
    }
  }

  /// A port of every node behind which a workload answers.
  public struct NodePort: Sendable, Hashable {
    /// The port of the nodes.
    public var port: Int
    /// The container's port.
    public var target: Int
    /// Where it was declared.
    public var origin: SourceLocation

    /// Describes a port.
    public init(port: Int, target: Int, origin: SourceLocation) {
      self.port = port
      self.target = target
      self.origin = origin
    }
  }

  /// Something that is waited for.
  public struct Wait: Sendable, Hashable {
    /// The other workload's name.
    public var name: String
    /// The other workload's namespace.
    public var namespace: String
    /// The port that it answers on when it is ready; nil where it is waited for until it ended.
    public var port: Int?
    /// The version of Kubernetes, whose own client asks whether a job has ended.
    public var kubernetes: String
    /// Where it was declared.
    public var origin: SourceLocation

    /// Describes what is waited for.
    public init(name: String, namespace: String, port: Int?, kubernetes: String, origin: SourceLocation) {
      self.name = name
      self.namespace = namespace
      self.port = port
      self.kubernetes = kubernetes
      self.origin = origin
    }
  }
}
