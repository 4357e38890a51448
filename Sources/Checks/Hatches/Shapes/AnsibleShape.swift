import Diagnostics
import Documents

/// The plays of an Ansible playbook.
enum AnsibleShape {
  private static let imports: Set = ["ansible.builtin.import_playbook", "import_playbook"]

  /// The keywords of a play, as ansible-core 2.16 and newer have them.
  private static let keywords: Set = [
    "any_errors_fatal", "become", "become_exe", "become_flags", "become_method", "become_user", "check_mode",
    "collections", "connection", "debugger", "diff", "environment", "fact_path", "force_handlers", "gather_facts",
    "gather_subset", "gather_timeout", "handlers", "hosts", "ignore_errors", "ignore_unreachable",
    "max_fail_percentage", "module_defaults", "name", "no_log", "order", "port", "post_tasks", "pre_tasks",
    "remote_user", "roles", "run_once", "serial", "strategy", "tags", "tasks", "throttle", "timeout",
    "validate_argspec",
    "vars", "vars_files", "vars_prompt",
  ]

  static func problems(of root: Node) -> [DocumentShape.Problem] {
    guard let plays = root.items, !plays.isEmpty else {
      return [.init(TerraformShape.rule, "a playbook is a list of plays")]
    }
    return plays.enumerated().flatMap { index, play in problems(of: play, number: index + 1) }
  }

  private static func problems(of play: Node, number: Int) -> [DocumentShape.Problem] {
    guard let entries = play.entries else { return [.init(TerraformShape.rule, "play \(number) is no mapping")] }
    if entries.contains(where: { imports.contains($0.key) }) { return [] }
    guard let hosts = play["hosts"], hosts.string != nil || hosts.items != nil else {
      return [.init(TerraformShape.rule, "play \(number) does not say on which hosts")]
    }
    return entries.filter { !keywords.contains($0.key) }.map {
      .init(
        TerraformShape.rule, "play \(number): a play has no '\($0.key)'",
        solutions: [NearMiss.suggestion(for: $0.key, in: keywords)])
    }
  }
}
