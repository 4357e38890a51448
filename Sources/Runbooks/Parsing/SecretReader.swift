import Diagnostics

/// Reads where front matter says that secrets come from: `secret.NAME: vault kv/data/homelab/etcd#password`.
struct SecretReader {
  let file: String

  /// The sources by the names of their variables.
  func sources(_ matter: FrontMatter, reporting log: inout DiagnosticLog) -> [String: SecretSource] {
    var sources: [String: SecretSource] = [:]
    for key in matter.keys where key.hasPrefix("secret.") {
      guard let entry = matter.entries[key] else { continue }
      let name = String(key.dropFirst("secret.".count))
      let place = SourceLocation(file, entry.line)
      if !Name.isVariable(name) {
        log.add(
          RunbookRules.frontMatterKey.diagnostic(at: place, "'\(name)' cannot be the name of an environment variable"))
      } else if let source = Self.source(entry.values.first ?? "") {
        sources[name] = source
      } else {
        log.add(
          RunbookRules.frontMatterKey.diagnostic(
            at: place, "'\(entry.values.first ?? "")' is no source of a secret",
            solutions: ["write environment, prompt, file PATH, or vault PATH#FIELD"]))
      }
    }
    return sources
  }

  /// The source that a text names, or nothing.
  static func source(_ text: String) -> SecretSource? {
    switch text {
    case "environment": return .environment
    case "prompt": return .prompt
    default: break
    }
    if text.hasPrefix("file ") {
      let path = String(text.dropFirst("file ".count).trimmed)
      return path.isEmpty ? nil : .file(path)
    }
    guard text.hasPrefix("vault ") else { return nil }
    let parts = text.dropFirst("vault ".count).trimmed.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !parts.contains(where: { $0.contains(" ") }) else {
      return nil
    }
    return .vault(path: String(parts[0]), field: String(parts[1]))
  }
}
