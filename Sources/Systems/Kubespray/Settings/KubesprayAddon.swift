/// What kubespray installs beside the cluster itself.
///
/// Others of its add-ons are left out on purpose: the cert-manager, MetalLB and Argo CD it carries are years old, and
/// belong to GitOps.
public enum KubesprayAddon: String, Sendable, Hashable, CaseIterable {
  /// metrics-server, with verified kubelet certificates.
  case metricsServer
  /// The custom resources of the Gateway API.
  case gatewayAPI
  /// node-feature-discovery.
  case nodeFeatureDiscovery
}
