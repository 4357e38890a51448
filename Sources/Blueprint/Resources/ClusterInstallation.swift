import Diagnostics
import Documents
import LabModel

/// A Kubernetes cluster to be installed on machines.
public struct ClusterInstallation: Sendable {
  /// The cluster it is.
  public var owner: ThingID
  /// Where it was declared.
  public var origin: SourceLocation
  /// The installer's release, without a leading `v`.
  public var release: String
  /// The Kubernetes version, without a leading `v`.
  public var kubernetes: String
  /// The Python packages that the installer runs with, each pinned: `ansible==11.13.0`.
  public var requirements: [String]
  /// Its machines with what each does, in the order of installation.
  public var nodes: [Node]
  /// The DNS domain of services inside the cluster, such as `cluster.local`.
  public var dnsDomain: String
  /// The addresses of pods.
  public var podNetwork: IPv4Network
  /// The addresses of services.
  public var serviceNetwork: IPv4Network
  /// How many bits of a pod address name the node, 0 to 32.
  public var nodePrefix: Int
  /// The account that the installer uses on machines.
  public var account: String
  /// Names and addresses that the API server's certificate must carry beside its own: those of every VIP in front of it.
  public var certificateNames: [String]
  /// The address and port that clients use, if a load balancer fronts the API server.
  public var clientEndpoint: String?
  /// The installer's further settings, in groups of related ones, in reading order.
  public var settings: [SettingGroup]

  /// A machine of the cluster.
  public struct Node: Sendable, Hashable {
    /// The machine.
    public var machine: ThingID
    /// Where it was named as a node.
    public var origin: SourceLocation
    /// Its address.
    public var address: String
    /// What it does.
    public var roles: Set<ClusterNode.Role>

    /// Describes a machine of the cluster.
    public init(machine: ThingID, origin: SourceLocation, address: String, roles: Set<ClusterNode.Role>) {
      self.machine = machine
      self.origin = origin
      self.address = address
      self.roles = roles
    }
  }

  /// Settings that belong together and stand in one file.
  public struct SettingGroup: Sendable {
    /// Which file they stand in, such as `k8s_cluster/addons`.
    public var name: String
    /// The settings.
    public var settings: Documents.Node

    /// Groups settings.
    public init(_ name: String, _ settings: Documents.Node) {
      self.name = name
      self.settings = settings
    }
  }

  /// Describes a cluster.
  public init(
    owner: ThingID, origin: SourceLocation, release: String, kubernetes: String, requirements: [String], nodes: [Node],
    dnsDomain: String, podNetwork: IPv4Network, serviceNetwork: IPv4Network, nodePrefix: Int, account: String,
    certificateNames: [String], clientEndpoint: String?, settings: [SettingGroup]
  ) {
    self.owner = owner
    self.origin = origin
    self.release = release
    self.kubernetes = kubernetes
    self.requirements = requirements
    self.nodes = nodes
    self.dnsDomain = dnsDomain
    self.podNetwork = podNetwork
    self.serviceNetwork = serviceNetwork
    self.nodePrefix = nodePrefix
    self.account = account
    self.certificateNames = certificateNames
    self.clientEndpoint = clientEndpoint
    self.settings = settings
  }
}
