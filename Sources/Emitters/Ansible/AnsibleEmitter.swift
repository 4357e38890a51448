import Blueprint
import Diagnostics
import Documents
import LabModel

/// Writes an Ansible project: an inventory of every machine, and for each role of hosts a playbook and a role.
///
/// - `ansible/inventory.yml`: every machine of the lab, and a group for each role.
/// - `ansible/site.yml`: everything; `ansible/<thing>.yml`: one role on its hosts.
/// - `ansible/roles/<role>/`: the actions as tasks. The files that it copies are other emitters' work.
/// - `ansible/.yamllint`: rules on which yamllint and ansible-lint agree.
public struct AnsibleEmitter: Emitter {
  /// `ansible`.
  public let name = "ansible"

  /// An emitter.
  public init() {}

  /// The project, or nothing for a lab without machines.
  public func emit(_ blueprint: Blueprint, reporting log: inout DiagnosticLog) -> [Artifact] {
    let machines = blueprint.lab.all((any Machine).self)
    guard let first = machines.first else { return [] }
    let lab = Project(blueprint: blueprint, origin: first.declared)
    var artifacts = [lab.lintRules, lab.inventory(of: machines)]
    if !blueprint.roles.isEmpty { artifacts.append(lab.site) }
    artifacts += lab.rolesByOwner.compactMap(Self.playbook)
    for role in blueprint.roles { artifacts += AnsibleRole(role).artifacts }
    return artifacts
      + blueprint.hostFiles.map { file in
        Artifact(HostRole.artifactPath(of: file.path, in: file.role), file.text, isExecutable: file.isExecutable)
      }
  }

  /// The file name of a role's playbook.
  static func playbookName(_ role: HostRole) -> String { "\(role.owner.kind)-\(role.owner.name).yml" }

  /// What people read in Ansible's output: `Load balancer k8s-api`.
  static func title(_ role: HostRole) -> String {
    let kind = role.owner.kind.map { $0 == "-" ? " " : String($0) }.joined()
    return AnsibleText.literal(kind.prefix(1).uppercased() + kind.dropFirst() + " " + role.owner.name)
  }

  /// One play for each role of a thing, in the order in which it gave them.
  private static func playbook(_ roles: [HostRole]) -> Artifact? {
    guard let first = roles.first else { return nil }
    let plays = roles.map { play($0, roles.count == 1 ? title($0) : "\(title($0)): \($0.name)") }
    return Artifact(
      "ansible/\(playbookName(first))",
      .yaml(
        Node.sequence(plays).from(first.origin), header: [Blueprint.provenance(first.owner, first.origin)],
        kind: .ansiblePlaybook))
  }

  private static func play(_ role: HostRole, _ title: String) -> Node {
    Node.mapping([
      ("name", .string(title)),
      ("hosts", .string(role.name)),
      ("become", true),
      ("gather_facts", false),
      ("any_errors_fatal", Node.bool(true).commented("All hosts change together, or none goes on.")),
      ("roles", [["role": .string(role.name)]]),
    ]).from(role.origin)
  }
}

/// What concerns the whole lab.
private struct Project {
  let blueprint: Blueprint
  let origin: SourceLocation

  private var header: [String] { [Blueprint.provenance(ThingID("lab", blueprint.lab.name), origin)] }

  /// The roles of each thing that has any, things in the order of the blueprint.
  var rolesByOwner: [[HostRole]] {
    var order: [ThingID] = []
    let roles = Dictionary(grouping: blueprint.roles, by: \.owner)
    for role in blueprint.roles where order.last != role.owner && !order.contains(role.owner) {
      order.append(role.owner)
    }
    return order.compactMap { roles[$0] }
  }

  /// Every machine with its address, and the groups.
  func inventory(of machines: [any Machine]) -> Artifact {
    let hosts = machines.map { machine in
      (machine.name, Node?(Node.mapping([("ansible_host", .string(machine.address.text))]).from(machine.declared)))
    }
    let groups = blueprint.roles.map { role in
      let members = role.hosts.map { ($0.name, Node?(Node.mapping([]))) }
      return (role.name, Node?(Node.mapping([("hosts", .mapping(members))]).from(role.origin)))
    }
    let all = Node.mapping([
      ("hosts", .mapping(hosts)),
      ("children", groups.isEmpty ? nil : .mapping(groups)),
      (
        "vars",
        [
          "ansible_user": .string(blueprint.lab.operatorAccount), "ansible_python_interpreter": "/usr/bin/python3",
        ]
      ),
    ])
    return Artifact("ansible/inventory.yml", .yaml(Node.mapping([("all", all)]).from(origin), header: header))
  }

  /// Every playbook.
  var site: Artifact {
    let plays = rolesByOwner.compactMap(\.first).map { role in
      Node.mapping([
        ("name", .string(AnsibleEmitter.title(role))),
        ("ansible.builtin.import_playbook", .string(AnsibleEmitter.playbookName(role))),
      ]).from(role.origin)
    }
    return Artifact(
      "ansible/site.yml", .yaml(Node.sequence(plays).from(origin), header: header, kind: .ansiblePlaybook))
  }

  /// What ansible-lint asks of yamllint, so that both say the same.
  var lintRules: Artifact {
    let rules: Node = [
      "extends": "default",
      "rules": [
        "braces": ["max-spaces-inside": 1],
        "comments": ["min-spaces-from-content": 1],
        "comments-indentation": false,
        "line-length": ["max": 160],
        "octal-values": ["forbid-explicit-octal": true, "forbid-implicit-octal": true],
      ],
    ]
    return Artifact("ansible/.yamllint", .yaml(rules.from(origin), header: header))
  }
}
