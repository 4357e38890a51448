/// Where a secret is kept; there is no type that holds a secret itself.
public struct SecretReference: Sendable, Hashable, CustomStringConvertible {
  /// The path in Vault's KV engine, such as `homelab/proxmox/fence`.
  public var path: String
  /// The key within the entry.
  public var key: String

  /// Names a secret.
  public init(_ path: String, key: String) {
    self.path = path
    self.key = key
  }

  /// The environment variable that deployable artifacts read it from, made of the path and the key:
  /// `RACKBOOK_SECRET_HOMELAB_PROXMOX_FENCE_PASSWORD`.
  public var environmentVariable: String {
    let joined = "\(path)_\(key)".uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    return "RACKBOOK_SECRET_\(String(joined))"
  }

  /// Path and key, as in `homelab/proxmox/fence#password`.
  public var description: String { "\(path)#\(key)" }
}
