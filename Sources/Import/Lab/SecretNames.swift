/// Names of variables and keys whose values are taken for secrets, and so are never read.
enum SecretNames {
  private static let words = [
    "password", "passwd", "passphrase", "secret", "token", "apikey", "api_key", "private_key", "privatekey",
    "credential",
    "access_key", "ssh_pass", "become_pass", "sudo_pass", "authkey", "encryption_key",
  ]

  /// Whether a name is one of a secret: `k3s_token`, `ADMIN_PASSWORD`.
  static func contains(_ name: String) -> Bool {
    let lower = name.lowercased().split(separator: "-").joined(separator: "_")
    return words.contains { lower.contains($0) }
  }
}

extension SecretNames {
  private static let harmless = [
    "_file", "_path", "_name", "_length", "_expiry", "_expiration", "_ttl", "_enabled", "_timeout", "_url", "_type",
    "_lifetime", "_policy",
  ]

  /// Whether a value is taken for a secret: by the name, unless the value is empty, a number or a Boolean, or the name says
  /// that it is a file or a setting.
  static func contains(_ name: String, value: String) -> Bool {
    let lower = name.lowercased()
    guard contains(name), !value.isEmpty, !harmless.contains(where: lower.hasSuffix) else { return false }
    return !["true", "false", "yes", "no"].contains(value.lowercased())
  }
}
