import Diagnostics
import LabLanguage
import LabModel

/// A Kubernetes cluster that kubespray installs, with etcd as a service of its machines.
///
/// ```swift
/// let k8s = KubesprayCluster("homelab", release: "2.31.0", kubernetes: "1.35.4") {
///   ControlPlane(km01)
///   ControlPlane(km02)
///   ControlPlane(km03)
///   Worker(kube01)
///   Worker(kube02)
/// }
/// ```
///
/// Emits an inventory and group variables for kubespray, scrape targets and alerts for etcd and the API server, and the
/// runbooks of `runbooks/kubespray`. Each node reaches the API through an nginx of its own, so that no load balancer
/// stands between a node and its start; the VIP of a load balancer that fronts ``apiServer`` is for people and programs
/// outside, and is in the certificates without being asked for. Raises `RB0301` to `RB0316`.
public struct KubesprayCluster: Cluster {
  /// The port of the API server (kubespray's `kube_apiserver_port`).
  public static let apiPort = 6443
  /// The port of etcd for clients.
  public static let etcdClientPort = 2379
  /// The port of etcd for its other members.
  public static let etcdPeerPort = 2380
  /// The port of etcd's metrics, without TLS.
  public static let etcdMetricsPort = 2381

  /// The cluster's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// What was written as the release of kubespray.
  public let releaseText: String
  /// What was written as the version of Kubernetes.
  public let kubernetesText: String
  /// The DNS domain of services inside the cluster.
  public let dnsDomain: String
  /// How pods and services find each other.
  public let networking: ClusterNetworking
  /// How etcd runs.
  public let etcd: EtcdSettings
  /// How careful it is.
  public let security: ClusterSecurity
  /// What kubespray installs beside it.
  public let addons: [KubesprayAddon]
  /// More names and addresses that the API server's certificate is good for.
  public let serverNames: [String]
  /// Whether kubespray may install on systems that it does not know.
  public let allowsUnknownSystems: Bool
  /// Variables of kubespray that Rackbook has no word for.
  public let variables: [KubesprayVariable]
  /// What was listed, in order.
  public let members: [any KubesprayPart]

  /// Declares a cluster.
  ///
  /// - Parameters:
  ///   - name: A DNS label; names the inventory, the runbooks and the context in kubeconfig.
  ///   - release: The release of kubespray, without a leading `v`.
  ///   - kubernetes: The version of Kubernetes, without a leading `v`; one that the release can install.
  ///   - dnsDomain: The DNS domain of services inside it; changing it later means building it anew.
  ///   - networking: Calico over VXLAN, kubespray's networks, iptables.
  ///   - etcd: kubespray's numbers.
  ///   - security: Secrets encrypted, audit log, baseline pods.
  ///   - addons: metrics-server.
  ///   - serverNames: More names and addresses in the API server's certificate, beside nodes and VIPs.
  ///   - allowsUnknownSystems: Whether machines may run what kubespray has not been tried on.
  ///   - variables: Variables of kubespray that Rackbook has no word for, each named once.
  ///   - file: Left out.
  ///   - line: Left out.
  ///   - parts: ``ControlPlane``, ``Worker`` and ``EtcdMember``, in the order of installation.
  public init(
    _ name: String, release: String, kubernetes: String, dnsDomain: String = "cluster.local",
    networking: ClusterNetworking = ClusterNetworking(), etcd: EtcdSettings = EtcdSettings(),
    security: ClusterSecurity = ClusterSecurity(), addons: [KubesprayAddon] = [.metricsServer],
    serverNames: [String] = [], allowsUnknownSystems: Bool = false, variables: [KubesprayVariable] = [],
    file: StaticString = #fileID, line: UInt = #line,
    @Parts<any KubesprayPart> parts: () -> [any KubesprayPart]
  ) {
    self.id = ThingID("cluster", name)
    self.declared = SourceLocation(file, line)
    self.releaseText = release
    self.kubernetesText = kubernetes
    self.dnsDomain = dnsDomain
    self.networking = networking
    self.etcd = etcd
    self.security = security
    self.addons = addons
    self.serverNames = serverNames
    self.allowsUnknownSystems = allowsUnknownSystems
    self.variables = variables
    self.members = parts()
  }
}
