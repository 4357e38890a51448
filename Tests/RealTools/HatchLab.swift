import LabLanguage
import LabModel
import Documents

@testable import Mini

/// The Mini lab with every kind of raw document that a tool judges, and patches of what Rackbook makes itself.
struct HatchLab: Lab {
  var name: String { "hatches" }
  var body: [any Component] {
    Mini().body
    Native(
      "motd", .ansiblePlaybook, because: "a greeting",
      [
        [
          "name": "Greet", "hosts": "all", "become": true, "gather_facts": false,
          "tasks": [
            [
              "name": "Put the greeting in place",
              "ansible.builtin.copy": ["content": "hello\n", "dest": "/etc/motd", "mode": "0644"],
            ]
          ],
        ]
      ])
    Native(
      "slow", .prometheusRules, because: "recorded, not alerted",
      ["groups": [["name": "slow", "rules": [["record": "job:up:sum", "expr": "sum by (job) (up)"]]]]])
    Native(
      "family", .terraform, because: "no word for what triggers a run",
      ["resource": ["terraform_data": ["family": ["input": "family"]]]])
    Patch(
      "numa", of: "terraform/hatches/main.tf.json", because: "a board with two sockets",
      .test("/resource/proxmox_virtual_environment_vm/docker/cpu/cores", equals: 4),
      .add("/resource/proxmox_virtual_environment_vm/docker/cpu/numa", true),
      .replace("/resource/proxmox_virtual_environment_vm/docker/cpu/type", with: "host"))
    Patch(
      "port", of: "ansible/inventory.yml", because: "ssh listens elsewhere",
      .merge(["all": ["vars": ["ansible_port": 2222]]]))
  }
}
