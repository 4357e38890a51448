import Documents
import LabModel

/// Entries of the secret store that the External Secrets operator copies into a Secret.
enum ExternalSecretNode {
  /// The ClusterSecretStore that leads to Vault.
  static let store = "vault"

  /// The `spec` of an ExternalSecret.
  static func spec(target: String, type: String? = nil, _ entries: [SecretKeys.Entry]) -> Node {
    .mapping([
      ("refreshInterval", "1h"),
      ("secretStoreRef", ["kind": "ClusterSecretStore", "name": .string(store)]),
      (
        "target",
        .mapping([
          ("name", .string(target)), ("creationPolicy", "Owner"),
          ("template", type.map { ["type": .string($0)] }),
        ])
      ),
      (
        "data",
        .sequence(
          entries.map { entry in
            Node.mapping([
              ("secretKey", .string(entry.key)),
              ("remoteRef", ["key": .string(entry.secret.path), "property": .string(entry.secret.key)]),
            ]).from(entry.origin)
          })
      ),
    ])
  }
}
