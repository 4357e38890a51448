/// Tells by names and shapes what is probably a secret: such a value is never written anywhere.
enum SecretDetection {
  /// Whether a variable's value must not be copied.
  static func isSecret(name: String, value: String) -> Bool {
    if value.isEmpty { return false }
    if hasCredentials(value) || looksLikeKey(value) { return true }
    return nameIsSecret(name) && !isHarmless(value, of: name)
  }

  /// Whether a name is that of a secret.
  static func nameIsSecret(_ name: String) -> Bool {
    let upper = name.uppercased()
    let words = Set(upper.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    if !words.isDisjoint(with: ["PASS", "PW", "PWD", "SALT", "PASSPHRASE", "CREDENTIALS", "AUTHKEY", "BASICAUTH"]) {
      return true
    }
    return [
      "PASSWORD", "PASSWD", "SECRET", "TOKEN", "API_KEY", "APIKEY", "ACCESS_KEY", "PRIVATE_KEY", "ENCRYPTION_KEY",
      "APP_KEY", "LICENSE_KEY", "AUTH_KEY", "SIGNING_KEY", "MASTER_KEY", "SESSION_KEY", "WEBHOOK_URL",
      "BASICAUTH.USERS",
    ].contains { upper.contains($0) }
  }

  /// Numbers, switches, and the paths of files that hold the secret.
  private static func isHarmless(_ value: String, of name: String) -> Bool {
    let lower = value.lowercased()
    if ["true", "false", "yes", "no", "on", "off", "none", "null"].contains(lower) { return true }
    let upper = name.uppercased()
    if upper.hasSuffix("_FILE") || upper.hasSuffix("_PATH") || upper.hasSuffix("_EXPIRY") || upper.hasSuffix("_LENGTH")
    {
      return true
    }
    return value.hasPrefix("/run/secrets/")
  }

  /// `scheme://user:password@host`.
  static func hasCredentials(_ value: String) -> Bool {
    guard let scheme = value.firstRange(of: "://") else { return false }
    let authority = value[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != " " }
    guard let at = authority.lastIndex(of: "@") else { return false }
    let user = authority[..<at]
    guard let colon = user.firstIndex(of: ":") else { return false }
    return user.index(after: colon) < user.endIndex
  }

  /// Shapes of keys and tokens that services hand out.
  static func looksLikeKey(_ value: String) -> Bool {
    if value.contains("-----BEGIN") && value.contains("PRIVATE KEY") { return true }
    let prefixes = [
      "ghp_", "gho_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "sk-", "AKIA", "$2a$", "$2b$", "$2y$", "$apr1$",
      "tskey-", "hvs.",
    ]
    return value.utf8.count >= 20 && prefixes.contains { value.hasPrefix($0) || value.contains(":\($0)") }
  }

  /// Whether the text of a file holds something that must not be copied.
  static func isSecretFile(path: String, content: String) -> Bool {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if [".pem", ".key", ".p12", ".pfx", ".jks", ".htpasswd", ".env", "acme.json", "id_rsa", "id_ed25519", ".pgpass"]
      .contains(where: { name.hasSuffix($0) }) || name.contains("secret") || name.contains("password")
      || name.contains("credential")
    {
      return true
    }
    if looksLikeKey(content) { return true }
    return content.split(whereSeparator: \.isNewline).contains { line in
      if hasCredentials(String(line)) || looksLikeKey(String(line)) { return true }
      let parts = line.split(maxSplits: 1, omittingEmptySubsequences: true) { ":= ".contains($0) }
      guard parts.count == 2, line.first != "#", line.first != ";" else { return false }
      let value = parts[1].drop { ":= \"'".contains($0) }
      return nameIsSecret(String(parts[0])) && !value.isEmpty && !value.hasPrefix("$") && !value.hasPrefix("/")
        && parts[0].utf8.count < 60
    }
  }

  /// The index of a word that hands a secret to a program, and the text before the secret within it.
  static func secretArguments(in words: [String]) -> [Int: String] {
    var found: [Int: String] = [:]
    for (index, word) in words.enumerated() {
      if hasCredentials(word) || looksLikeKey(word) { found[index] = "" }
      if word.hasPrefix("-") {
        let parts = word.split(separator: "=", maxSplits: 1)
        let flag = String(parts[0].drop { $0 == "-" })
        guard nameIsSecret(flag) || flag == "requirepass" || flag == "masterauth", !flag.uppercased().hasSuffix("FILE")
        else { continue }
        if parts.count == 2 {
          found[index] = "\(parts[0])="
        } else if index + 1 < words.count, !words[index + 1].hasPrefix("-") {
          found[index + 1] = ""
        }
      }
    }
    return found
  }
}
