import Diagnostics
import LabModel

/// A Kubernetes cluster that somebody else installed, and that the lab's services run in.
///
/// ```swift
/// let cluster = ExistingCluster("home", kubernetes: "1.35")
/// ```
public struct ExistingCluster: Cluster {
  /// The cluster's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The version of Kubernetes as it was written.
  public let kubernetesText: String
  /// The addresses of pods; nil where they are not known.
  public let podNetwork: IPv4Network?
  /// The addresses of services; nil where they are not known.
  public let serviceNetwork: IPv4Network?
  /// None are known.
  public var nodes: [ClusterNode] { [] }

  /// Declares a cluster.
  ///
  /// - Parameters:
  ///   - name: A DNS label; names the folder of its manifests.
  ///   - kubernetes: The version of Kubernetes, without a leading `v`: `1.35` or `1.35.4`.
  ///   - pods: The addresses of pods in CIDR notation, if known.
  ///   - services: The addresses of services in CIDR notation, if known.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, kubernetes: String, pods: String? = nil, services: String? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.id = ThingID("cluster", name)
    self.declared = SourceLocation(file, line)
    self.kubernetesText = kubernetes
    self.podNetwork = pods.flatMap { IPv4Network($0) }
    self.serviceNetwork = services.flatMap { IPv4Network($0) }
  }

  /// The API server, whose machines are not known.
  public var apiServer: Endpoint { Endpoint(of: id, "API server", port: 6443, on: []) }
  /// The version.
  public var summary: String { "Kubernetes \(kubernetesText), installed by others" }
  /// The version, and networks where they are known.
  public var facts: [Fact] {
    var facts = [Fact("kubernetes", "Kubernetes", kubernetesText)]
    if let podNetwork { facts.append(Fact("pods", "Pod network", "\(podNetwork)")) }
    if let serviceNetwork { facts.append(Fact("services", "Service network", "\(serviceNetwork)")) }
    return facts
  }
}
