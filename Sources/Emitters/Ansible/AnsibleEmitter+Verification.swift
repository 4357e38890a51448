import Blueprint
import LabModel

extension AnsibleEmitter {
  /// Ansible reads the inventory and the playbooks, and the linters accept them in their strictest setting.
  public func verifications(of blueprint: Blueprint) -> [Verification] {
    guard !blueprint.lab.all((any Machine).self).isEmpty else { return [] }
    let inventory = [
      Verification(
        "ansible-inventory", tools: [.init("ansible-inventory", from: "ansible-core")],
        script: """
          cp -r ansible "$SCRATCH"
          cd "$SCRATCH/ansible"
          export ANSIBLE_HOME="$SCRATCH" ANSIBLE_INVENTORY_UNPARSED_FAILED=true ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED=true
          ansible-inventory -i inventory.yml --list >/dev/null
          """),
      Verification(
        "yamllint", tools: [.init("yamllint", from: "yamllint")],
        script: """
          cd ansible
          yamllint --strict .
          """),
    ]
    return blueprint.roles.isEmpty ? inventory : inventory + playbooks
  }

  private var playbooks: [Verification] {
    [
      Verification(
        "ansible-playbook --syntax-check", tools: [.init("ansible-playbook", from: "ansible-core")],
        script: """
          cp -r ansible "$SCRATCH"
          cd "$SCRATCH/ansible"
          ANSIBLE_HOME="$SCRATCH" ansible-playbook -i inventory.yml --syntax-check site.yml
          """),
      Verification(
        "ansible-lint --strict --profile production",
        tools: [.init("ansible-lint", from: "ansible-lint, from PyPI")],
        script: """
          cp -r ansible "$SCRATCH"
          cd "$SCRATCH/ansible"
          # The profile leaves out the rule that knows the parameters of modules.
          ANSIBLE_HOME="$SCRATCH" ansible-lint --offline --strict --profile production --enable-list args --nocolor site.yml
          """),
    ]
  }
}
