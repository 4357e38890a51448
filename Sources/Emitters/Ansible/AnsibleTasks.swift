import Blueprint
import Documents
import LabModel

/// The tasks of one action: one as a rule, more where Ansible has no single word for it.
struct AnsibleTasks {
  let role: HostRole
  let action: HostAction

  init(_ role: HostRole, _ action: HostAction) {
    self.role = role
    self.action = action
  }

  /// The tasks in order, the first with what a reader would ask.
  var tasks: [Node] {
    var tasks = moduleTasks
    if let first = tasks.first { tasks[0] = first.commented(action.comment) }
    return tasks
  }

  private var moduleTasks: [Node] {
    switch action.kind {
    case .file(let path, let isExecutable, let check):
      [file(path, mode: isExecutable ? "0755" : "0644", check: check)]
    case .handlersNow:
      [task(("ansible.builtin.meta", "flush_handlers"))]
    case .units(let units, let isRunning):
      [service(units, ["enabled": .bool(isRunning), "state": isRunning ? "started" : "stopped"])]
    case .stopped(let units):
      [service(units, ["state": "stopped"])]
    case .secretFile(let path, let secret, let purpose):
      secretFile(path, secret, purpose: purpose)
    case .sharedKey(let path, let length):
      sharedKey(path, length: length)
    case .command(let words, let outcome):
      [command(words, outcome)]
    }
  }

  /// The name that the result of this action has in expressions.
  var result: String { "\(role.name)_\(action.label ?? AnsibleText.identifier(action.title))" }

  /// A task with what every task of this action has.
  func task(_ entries: (String, Node?)...) -> Node {
    let wrapped: [(String, Node?)] = [
      ("register", action.label.map { _ in .string(result) }),
      ("when", action.condition.map(AnsibleCondition(role).node)),
      ("run_once", action.isOnce ? true : nil),
      ("notify", action.handler.map(Node.string)),
    ]
    return .mapping([("name", .string(action.title))] + entries + wrapped)
  }

  func owned(_ parameters: Node, mode: String) -> Node {
    var parameters = parameters
    parameters["owner"] = "root"
    parameters["group"] = "root"
    parameters["mode"] = .string(mode)
    return parameters
  }

  /// A path within the role's own files.
  private func source(_ path: String) -> String {
    AnsibleText.literal(String(path.drop { $0 == "/" }))
  }

  private func file(_ path: String, mode: String, check: [String]?) -> Node {
    var copy = owned(["src": .string(source(path)), "dest": .string(AnsibleText.literal(path))], mode: mode)
    copy["validate"] = check.map { .string(AnsibleText.literal(Shell.quote($0)) + " %s") }
    return task(("ansible.builtin.copy", copy))
  }

  private func service(_ units: [String], _ state: Node) -> Node {
    let name = units.count == 1 ? units[0] : "{{ item }}"
    var service = Node.mapping([("name", .string(name))])
    if case .mapping(let mapping) = state.content {
      for entry in mapping.entries { service[entry.key] = entry.value }
    }
    return task(
      ("ansible.builtin.systemd_service", service), ("loop", units.count == 1 ? nil : .strings(units)))
  }
}
