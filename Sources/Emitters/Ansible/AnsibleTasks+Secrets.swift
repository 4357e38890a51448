import Blueprint
import Documents
import LabModel

// Secrets come from the environment of the person who runs Ansible or are made on a host; nothing of them is printed.
extension AnsibleTasks {
  func secretFile(_ path: String, _ secret: SecretReference, purpose: String) -> [Node] {
    let variable = secret.environmentVariable
    let value = "lookup('ansible.builtin.env', '\(variable)')"
    return [
      Node.mapping([
        ("name", .string("Require the secret: \(action.title.prefix(1).lowercased() + action.title.dropFirst())")),
        (
          "ansible.builtin.assert",
          [
            "that": "\(value) | length > 0",
            "fail_msg": .string(AnsibleText.literal("Put \(purpose) into the environment variable \(variable).")),
            "quiet": true,
          ]
        ),
        ("run_once", true),
      ]),
      task(
        (
          "ansible.builtin.copy",
          owned(["content": .string("{{ \(value) }}\n"), "dest": .string(path)], mode: "0400")
        ), ("no_log", true)),
    ]
  }

  /// Made on the first host, read from there, and copied: it never lies on the machine that runs Ansible.
  func sharedKey(_ path: String, length: Int) -> [Node] {
    let made =
      "{{ lookup('ansible.builtin.password', '/dev/null', length=\(length), chars=['ascii_letters', 'digits']) }}"
    let first: Node = "{{ groups['\(role.name)'] | first }}"
    return [
      Node.mapping([
        ("name", .string("Make the key: \(path)")),
        (
          "ansible.builtin.copy",
          owned(["content": .string(made), "dest": .string(path), "force": false], mode: "0400")
        ),
        ("no_log", true),
        ("run_once", true),
        ("delegate_to", first),
      ]),
      Node.mapping([
        ("name", .string("Read the key: \(path)")),
        ("ansible.builtin.slurp", ["src": .string(path)]),
        ("register", .string("\(result)_content")),
        ("no_log", true),
        ("run_once", true),
        ("delegate_to", first),
      ]),
      task(
        (
          "ansible.builtin.copy",
          owned(
            ["content": "{{ \(result)_content.content | b64decode }}", "dest": .string(path)], mode: "0400")
        ), ("no_log", true)),
    ]
  }
}
