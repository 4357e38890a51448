import Diagnostics

/// The other side of a connection that is no service of the lab.
public enum TrafficPeer: Sendable, Hashable, CustomStringConvertible {
  /// Every address that is not private.
  case internet
  /// Every address.
  case anywhere
  /// Addresses in CIDR notation, such as `192.168.1.0/24`.
  case cidr(String)
  /// Every pod of a namespace, by the namespace's name in Kubernetes.
  case namespace(String)
  /// The API of the cluster.
  case kubernetesAPI

  /// The peer as people read it.
  public var description: String {
    switch self {
    case .internet: "the internet"
    case .anywhere: "anywhere"
    case .cidr(let text): text
    case .namespace(let name): "namespace \(name)"
    case .kubernetesAPI: "the Kubernetes API"
    }
  }
}
