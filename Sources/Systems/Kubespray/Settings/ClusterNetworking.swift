import LabModel

/// How pods and services of a cluster find each other.
public struct ClusterNetworking: Sendable, Hashable {
  /// The network plugins of kubespray that Rackbook has tried.
  public enum Plugin: String, Sendable, Hashable, CaseIterable {
    /// Calico with VXLAN between the nodes: kubespray's default.
    case calico
    /// Cilium; kubespray then needs `kube_owner: root`, which is set with it.
    case cilium
    /// Flannel: small, and without network policies.
    case flannel
  }

  /// How kube-proxy carries service traffic.
  public enum Proxy: String, Sendable, Hashable, CaseIterable {
    /// Works on every supported system and with every plugin.
    case iptables
    /// Needs a kernel of 5.13 or newer. Calico's own nftables mode, still a preview in kubespray 2.31, is switched on with it.
    case nftables
    /// kubespray's default; deprecated by Kubernetes since 1.35.
    case ipvs
  }

  /// The plugin.
  public var plugin: Plugin
  /// What was written as the network of pods, in CIDR notation.
  public var podsText: String
  /// What was written as the network of services, in CIDR notation.
  public var servicesText: String
  /// How many bits of an address name a node's share of the pod network.
  public var nodePrefix: Int
  /// How many pods a kubelet takes at most.
  public var podsPerNode: Int
  /// How kube-proxy carries service traffic.
  public var proxy: Proxy
  /// The largest packet of pods, in bytes; nil where the plugin works it out from the node's interface.
  public var mtu: Int?
  /// What was written as the address of the cluster's DNS service; nil for the third of the service network.
  public var dnsText: String?

  /// States how a cluster's inner network works.
  ///
  /// - Parameters:
  ///   - plugin: Calico unless said otherwise.
  ///   - pods: The network of pods; nothing else may use it. kubespray's default.
  ///   - services: The network of ClusterIPs; nothing else may use it. kubespray's default.
  ///   - nodePrefix: Each node's share of the pod network, 8 to 30 bits; 24 is 254 pods a node, and 64 nodes in a /18.
  ///   - podsPerNode: Pods a node takes, 1 to 250; 110 is the kubelet's default and Kubernetes' tested limit.
  ///   - proxy: iptables: ipvs is deprecated, nftables with Calico a preview.
  ///   - mtu: The largest packet of pods, in bytes: at most 50 less than the nodes' network, for VXLAN. The plugin works
  ///     it out unless said otherwise.
  ///   - dns: The address of the cluster's DNS service; the third of the service network unless said otherwise, as
  ///     kubespray has it.
  public init(
    _ plugin: Plugin = .calico, pods: String = "10.233.64.0/18", services: String = "10.233.0.0/18",
    nodePrefix: Int = 24, podsPerNode: Int = 110, proxy: Proxy = .iptables, mtu: Int? = nil, dns: String? = nil
  ) {
    self.plugin = plugin
    self.podsText = pods
    self.servicesText = services
    self.nodePrefix = nodePrefix
    self.podsPerNode = podsPerNode
    self.proxy = proxy
    self.mtu = mtu
    self.dnsText = dns
  }

  /// The network of pods, or nil where the text cannot be read.
  public var pods: IPv4Network? { IPv4Network(podsText) }
  /// The network of services, or nil where the text cannot be read.
  public var services: IPv4Network? { IPv4Network(servicesText) }
  /// The address of the cluster's DNS service, or nil where it cannot be read.
  public var dns: IPv4Address? {
    if let dnsText { return IPv4Address(dnsText) }
    return services.flatMap { $0.prefix <= 30 ? IPv4Address(bits: $0.address.bits + 3) : nil }
  }
}
