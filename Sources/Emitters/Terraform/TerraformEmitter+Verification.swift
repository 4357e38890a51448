import Blueprint
import LabModel

extension TerraformEmitter {
  /// Terraform reads the module, checks it against the provider's schema, and plans it from nothing.
  public func verifications(of blueprint: Blueprint) -> [Verification] {
    guard !blueprint.machines.isEmpty else { return [] }
    return [
      Verification(
        "terraform init, validate, plan: virtual machines of \(blueprint.lab.name)",
        tools: [.init("terraform", from: "Terraform 1.6 or newer, from HashiCorp")],
        script: """
          cp '\(Self.folder(of: blueprint.lab))'/*.tf.json "$SCRATCH"
          cd "$SCRATCH"
          terraform init -input=false -no-color >/dev/null
          terraform validate -no-color
          # No machine exists for this plan, so the provider asks no API: any endpoint, token and key will do.
          export TF_VAR_proxmox_endpoint='https://127.0.0.1:8006/'
          export PROXMOX_VE_API_TOKEN='verify@pve!verify=00000000-0000-0000-0000-000000000000'
          export TF_VAR_ssh_public_keys='["ssh-ed25519 AAAA verify"]'
          terraform plan -input=false -no-color -lock=false
          """)
    ]
  }
}
