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
    for role in blueprint.roles {
      artifacts.append(Self.playbook(role))
      artifacts += AnsibleRole(role).artifacts
    }
    return artifacts
  }

  /// The file name of a role's playbook.
  static func playbookName(_ role: HostRole) -> String { "\(role.owner.kind)-\(role.owner.name).yml" }

  /// What people read in Ansible's output: `Load balancer k8s-api`.
  static func title(_ role: HostRole) -> String {
    let kind = role.owner.kind.map { $0 == "-" ? " " : String($0) }.joined()
    return AnsibleText.literal(kind.prefix(1).uppercased() + kind.dropFirst() + " " + role.owner.name)
  }

  private static func playbook(_ role: HostRole) -> Artifact {
    let play = Node.mapping([
      ("name", .string(title(role))),
      ("hosts", .string(role.name)),
      ("become", true),
      ("gather_facts", false),
      ("any_errors_fatal", Node.bool(true).commented("All hosts change together, or none goes on.")),
      ("roles", [["role": .string(role.name)]]),
    ]).from(role.origin)
    return Artifact(
      "ansible/\(playbookName(role))",
      .yaml(
        Node.sequence([play]).from(role.origin), header: [Blueprint.provenance(role.owner, role.origin)],
        kind: .ansiblePlaybook))
  }
}

/// What concerns the whole lab.
private struct Project {
  let blueprint: Blueprint
  let origin: SourceLocation

  private var header: [String] { [Blueprint.provenance(ThingID("lab", blueprint.lab.name), origin)] }

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
    let plays = blueprint.roles.map { role in
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
