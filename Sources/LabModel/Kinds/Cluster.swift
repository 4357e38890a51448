import Diagnostics

/// A Kubernetes cluster, whatever installs it.
public protocol Cluster: Component {
  /// Its machines with what each does, in the order of installation.
  var nodes: [ClusterNode] { get }
  /// The addresses of pods, or nil where the text cannot be read.
  var podNetwork: IPv4Network? { get }
  /// The addresses of services (ClusterIP), or nil where the text cannot be read.
  var serviceNetwork: IPv4Network? { get }
  /// The API server on the control planes.
  var apiServer: Endpoint { get }
}

extension Cluster {
  /// A majority of etcd, one control plane, one worker.
  public var redundancy: [RedundancyGroup] {
    func machines(_ role: ClusterNode.Role) -> [ThingID] {
      nodes.filter { $0.roles.contains(role) }.map(\.machine)
    }
    return [
      .majority("etcd members", of: machines(.etcd)), .anyOne("control planes", of: machines(.controlPlane)),
      .anyOne("workers", of: machines(.worker)),
    ].filter { !$0.members.isEmpty }
  }
}

/// One node of a cluster.
public struct ClusterNode: Sendable, Hashable {
  /// What a node does.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Runs the API server, the scheduler and the controllers.
    case controlPlane = "control plane"
    /// Runs an etcd member.
    case etcd
    /// Runs workloads.
    case worker
  }

  /// The machine.
  public var machine: ThingID
  /// What it does.
  public var roles: Set<Role>
  /// Where it was declared.
  public var declared: SourceLocation

  /// States a node.
  public init(_ machine: ThingID, roles: Set<Role>, declared: SourceLocation) {
    self.machine = machine
    self.roles = roles
    self.declared = declared
  }
}

/// A port that several machines answer on alike, such as the API server of a cluster: what a load balancer can front.
public struct Endpoint: Sendable, Hashable {
  /// The thing it belongs to.
  public var owner: ThingID
  /// What it is, in a word or two: `API server`.
  public var title: String
  /// The port, the same on every machine.
  public var port: Int
  /// TCP or UDP.
  public var transport: Transport
  /// The machines that answer.
  public var machines: [ThingID]

  /// States an endpoint.
  public init(of owner: ThingID, _ title: String, port: Int, _ transport: Transport = .tcp, on machines: [ThingID]) {
    self.owner = owner
    self.title = title
    self.port = port
    self.transport = transport
    self.machines = machines
  }
}
