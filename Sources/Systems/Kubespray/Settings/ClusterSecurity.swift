/// What a cluster does to be hard to misuse.
///
/// Each default is the safe one; kubespray's own are the lax ones.
public struct ClusterSecurity: Sendable, Hashable {
  /// The Pod Security Standard that namespaces without a label of their own keep to.
  public enum PodSecurity: String, Sendable, Hashable, CaseIterable {
    /// Anything goes.
    case privileged
    /// No known way out of a container.
    case baseline
    /// What a hardened pod does.
    case restricted
  }

  /// Whether Secrets are encrypted in etcd, with secretbox; backups of etcd then need the key beside them.
  public var encryptsSecrets: Bool
  /// Whether the API server writes an audit log: 30 days, 10 files, 100 MB each (kubespray's numbers).
  public var keepsAuditLog: Bool
  /// What namespaces without a label keep to; kube-system is exempt.
  public var podSecurity: PodSecurity
  /// Whether kubeadm's public cluster-info stays readable without an account.
  public var allowsAnonymousJoining: Bool

  /// States how careful a cluster is.
  ///
  /// - Parameters:
  ///   - encryptsSecrets: Whether Secrets are encrypted in etcd.
  ///   - keepsAuditLog: Whether the API server writes an audit log.
  ///   - podSecurity: The standard of namespaces without a label.
  ///   - allowsAnonymousJoining: Whether cluster-info stays readable without an account.
  public init(
    encryptsSecrets: Bool = true, keepsAuditLog: Bool = true, podSecurity: PodSecurity = .baseline,
    allowsAnonymousJoining: Bool = false
  ) {
    self.encryptsSecrets = encryptsSecrets
    self.keepsAuditLog = keepsAuditLog
    self.podSecurity = podSecurity
    self.allowsAnonymousJoining = allowsAnonymousJoining
  }
}
