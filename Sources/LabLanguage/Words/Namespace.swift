import Diagnostics
import LabModel

/// A namespace of a cluster, where services run.
///
/// ```swift
/// let homeApps = Namespace("home-apps", in: k8s)
/// ```
///
/// Emits a Namespace with the Pod Security level that its services need.
public struct Namespace: Place {
  /// The namespace's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The cluster it belongs to.
  public let cluster: ThingID
  /// Its name in Kubernetes.
  public let objectName: String

  /// Declares a namespace.
  ///
  /// - Parameters:
  ///   - name: A DNS label, unique in the lab.
  ///   - cluster: The cluster it belongs to.
  ///   - objectName: Its name in Kubernetes, where a namespace of another cluster has the same; `name` unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, in cluster: any Cluster, named objectName: String? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.id = ThingID("namespace", name)
    self.declared = SourceLocation(file, line)
    self.cluster = cluster.id
    self.objectName = objectName ?? name
  }

  /// Its cluster.
  public var summary: String { "namespace of cluster \(cluster.name)" }
  /// Runs on its cluster.
  public var relations: [Relation] { [Relation(.runsOn, cluster)] }
  /// Its cluster.
  public var facts: [Fact] { [Fact("cluster", "Cluster", cluster.name, link: cluster)] }
}
