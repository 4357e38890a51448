import Blueprint
import Diagnostics
import Documents
import LabModel

/// A role: its tasks section by section, its handlers, and what describes it.
struct AnsibleRole {
  private let role: HostRole

  init(_ role: HostRole) { self.role = role }

  /// The files.
  var artifacts: [Artifact] {
    let sections = role.sections.map { section in
      file("tasks/\(section.name).yml", .sequence(section.actions.flatMap { AnsibleTasks(role, $0).tasks }))
    }
    return [
      file("meta/main.yml", meta),
      file("vars/main.yml", .mapping([(packagesVariable, .strings(role.packages))])),
      file("handlers/main.yml", .sequence(role.handlers.map(handler))),
      file("tasks/main.yml", .sequence((["packages"] + role.sections.map(\.name)).map(importing))),
      file("tasks/packages.yml", .sequence(packageTasks)),
    ] + sections
  }

  private func file(_ path: String, _ node: Node) -> Artifact {
    Artifact(
      "ansible/roles/\(role.name)/\(path)",
      .yaml(node.from(role.origin), header: [Blueprint.provenance(role.owner, role.origin)]))
  }

  private var packagesVariable: String { "\(role.name)_packages" }

  /// apt is asked only when something is missing: a second run needs no network.
  private var packageTasks: [Node] {
    [
      Node.mapping([
        ("name", "Learn which packages are there"),
        ("ansible.builtin.package_facts", ["manager": "apt"]),
      ]),
      Node.mapping([
        ("name", "Install the packages that are missing"),
        (
          "ansible.builtin.apt",
          [
            "name": "{{ \(packagesVariable) }}", "state": "present", "install_recommends": false,
            "update_cache": true,
          ]
        ),
        ("when", "\(packagesVariable) | difference(ansible_facts.packages.keys() | list) | length > 0"),
      ]),
    ]
  }

  private func importing(_ section: String) -> Node {
    [
      "name": .string(section.prefix(1).uppercased() + section.dropFirst()),
      "ansible.builtin.import_tasks": "\(section).yml",
    ]
  }

  private func handler(_ handler: HostRole.Handler) -> Node {
    let result = "\(role.name)_\(AnsibleText.identifier(handler.title))"
    switch handler.reaction {
    case .restart(let unit):
      return [
        "name": .string(handler.title),
        "ansible.builtin.systemd_service": ["name": .string(unit), "state": "restarted"],
      ]
    case .signal(let signal, let pattern):
      return Node.mapping([
        ("name", .string(handler.title)),
        ("ansible.builtin.command", ["argv": ["pkill", "--signal", .string(signal), "--full", .string(pattern)]]),
        ("register", .string(result)),
        ("changed_when", "\(result).rc == 0"),
        ("failed_when", "\(result).rc > 1"),
      ]).commented("pkill ends with 1 when there is no such process.")
    }
  }

  private var meta: Node {
    let information = Node.mapping([
      ("role_name", .string(role.name)),
      ("namespace", "lab"),
      ("author", "rackbook"),
      ("description", .string(role.summary)),
      ("license", "Apache-2.0"),
      ("min_ansible_version", "2.16"),
      (
        "platforms",
        [
          ["name": "Debian", "versions": ["bookworm", "trixie"]], ["name": "Ubuntu", "versions": ["noble"]],
        ]
      ),
    ])
    return ["galaxy_info": information, "dependencies": []]
  }
}
