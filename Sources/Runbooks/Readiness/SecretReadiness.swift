#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether secrets could be had: that they are there, never what they are.
struct SecretReadiness {
  let environment: [String: String]
  /// Where secrets come from instead of where the plan says.
  var sources: [String: SecretSource] = [:]

  func findings(_ plan: RunbookPlan) -> [ReadinessFinding] {
    plan.secrets.map { name in
      let (state, reason) = look(name, sources[name] ?? plan.secretSources?[name] ?? .environment)
      return ReadinessFinding(state: state, subject: "secret \(name)", reason: reason)
    }
  }

  private func look(_ name: String, _ source: SecretSource) -> (ReadinessFinding.State, String) {
    switch source {
    case .environment:
      return environment[name]?.isEmpty == false
        ? (.ok, "set in the environment") : (.not, "not set in the environment")
    case .file(let path):
      return access(path, R_OK) == 0 ? (.ok, "\(path) can be read") : (.not, "\(path) cannot be read")
    case .vault(let path, _):
      guard environment["VAULT_ADDR"]?.isEmpty == false else { return (.not, "VAULT_ADDR is not set") }
      let file = "\(environment["HOME"] ?? "")/.vault-token"
      guard environment["VAULT_TOKEN"]?.isEmpty == false || access(file, R_OK) == 0 else {
        return (.not, "there is no token for Vault")
      }
      return (.cannotTell, "a token is there; Vault was not asked for \(path)")
    case .prompt:
      return isatty(STDIN_FILENO) == 1
        ? (.ok, "a person is asked") : (.not, "a person is asked, and there is no terminal")
    }
  }
}
