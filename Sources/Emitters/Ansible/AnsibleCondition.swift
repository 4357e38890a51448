import Blueprint
import Documents

/// Conditions as Ansible's expressions.
struct AnsibleCondition {
  private let role: HostRole

  init(_ role: HostRole) { self.role = role }

  /// For `when`: several that all must hold stand below each other.
  func node(_ condition: HostAction.Condition) -> Node {
    if case .all(let parts) = condition { return .strings(parts.map(expression)) }
    return .string(expression(condition))
  }

  private func expression(_ condition: HostAction.Condition) -> String {
    switch condition {
    case .changed(let label): "\(role.name)_\(label) is changed"
    case .answered(let label, let ending):
      "\(role.name)_\(label).stdout.endswith(\(AnsibleText.quoted(ending)))"
    case .not(let inner): "not (\(expression(inner)))"
    case .any(let parts): parts.map { "(\(expression($0)))" }.joined(separator: " or ")
    case .all(let parts): parts.map { "(\(expression($0)))" }.joined(separator: " and ")
    }
  }
}
