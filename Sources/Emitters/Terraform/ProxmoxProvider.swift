import Documents

/// The provider that makes virtual machines on Proxmox, and what a person has to tell it.
enum ProxmoxProvider {
  /// Which Terraform, which provider, and where its API is.
  static var body: [(String, Node?)] {
    [
      (
        "terraform",
        [
          "required_version": ">= 1.6",
          "required_providers": ["proxmox": ["source": "bpg/proxmox", "version": "~> 0.111.0"]],
        ]
      ),
      (
        "provider",
        ["proxmox": ["endpoint": "${var.proxmox_endpoint}", "insecure": "${var.proxmox_insecure}"]]
      ),
    ]
  }

  /// What the module asks for; `endpoint` is the API that it uses unless told otherwise.
  static func variables(endpoint: String?) -> [(String, Node?)] {
    let keysGiven: Node = [
      "condition": "${length(var.ssh_public_keys) > 0}",
      "error_message": "Without a public key nobody can log in to the machines.",
    ]
    return [
      (
        "variable",
        [
          "proxmox_endpoint": [
            "description": "The Proxmox API. The token is read from PROXMOX_VE_API_TOKEN.",
            "type": "string",
            "default": endpoint.map(TerraformText.literal),
          ],
          "proxmox_insecure": [
            "description": "Whether to accept a certificate that no known authority has signed.",
            "type": "bool",
            "default": false,
          ],
          "ssh_public_keys": [
            "description": "The public keys that may log in to every machine, set by TF_VAR_ssh_public_keys.",
            "type": "list(string)",
            "validation": keysGiven,
          ],
        ]
      )
    ]
  }
}
