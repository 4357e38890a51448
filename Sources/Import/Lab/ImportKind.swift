/// What can be imported.
public enum ImportKind: String, Sendable, CaseIterable {
  /// Manifests of Kubernetes.
  case kubernetes
  /// An inventory of Ansible.
  case ansible
  /// A project of Docker Compose.
  case compose
  /// Configurations of nginx, which are compared with the others.
  case nginx
}
