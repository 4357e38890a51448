#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads secrets from Vault's KV engine, version 2, through curl.
///
/// The address is `VAULT_ADDR`, the token `VAULT_TOKEN` or the file `~/.vault-token`; `VAULT_NAMESPACE` and `VAULT_CACERT`
/// count too. All of it goes through curl's standard input, never onto its command line.
struct VaultClient {
  /// Where the variables are.
  let environment: [String: String]

  private struct Answer: Decodable {
    struct Content: Decodable { var data: [String: String] }
    var data: Content
  }

  private struct Refusal: Decodable { var errors: [String] }

  /// Reads one field of a secret.
  ///
  /// - Parameters:
  ///   - path: The secret's path in Vault's interface: mount, `data`, and the path in the engine.
  ///   - field: The field.
  /// - Returns: Its value.
  /// - Throws: ``RunRefusal`` that says why there is none; never with a value in it.
  func read(_ path: String, field: String) async throws -> String {
    let request = try config(for: path)
    let output = try await Self.ask(request)
    guard let mark = output.lastIndex(of: "\n") else { throw RunRefusal("Vault at '\(address)' did not answer") }
    let body = Data(output[..<mark].utf8)
    guard output[output.index(after: mark)...] == "200" else {
      let errors = (try? JSONDecoder().decode(Refusal.self, from: body))?.errors ?? []
      let said = errors.isEmpty ? "" : ": \(errors.joined(separator: "; "))"
      throw RunRefusal("Vault answered \(output[output.index(after: mark)...])\(said)")
    }
    guard let answer = try? JSONDecoder().decode(Answer.self, from: body) else {
      throw RunRefusal("Vault's answer is no secret of texts in a KV engine of version 2")
    }
    guard let value = answer.data.data[field] else { throw RunRefusal("the secret '\(path)' has no field '\(field)'") }
    return value
  }

  /// What curl writes for a configuration.
  private static func ask(_ request: String) async throws -> String {
    guard let answer = await QuietProcess.run("curl", ["-q", "--config", "-"], input: Array(request.utf8)) else {
      throw RunRefusal("curl could not be run, or has not ended")
    }
    return answer.output
  }

  private var address: String { environment["VAULT_ADDR"] ?? "" }

  /// What curl reads.
  private func config(for path: String) throws -> String {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      throw RunRefusal("VAULT_ADDR is not set to Vault's address")
    }
    guard Self.isPath(path) else { throw RunRefusal("'\(path)' is no path of a secret in Vault") }
    let base = address.hasSuffix("/") ? String(address.dropLast()) : address
    var options = [
      ("url", "\(base)/v1/\(path)"), ("header", "X-Vault-Token: \(try token)"), ("header", "X-Vault-Request: true"),
    ]
    if let namespace = environment["VAULT_NAMESPACE"] { options.append(("header", "X-Vault-Namespace: \(namespace)")) }
    if let authority = environment["VAULT_CACERT"] { options.append(("cacert", authority)) }
    var config = CurlOptions()
    config.add(flags: "silent")
    for (option, value) in options {
      guard !value.unicodeScalars.contains(where: Name.isControl) else {
        throw RunRefusal("what goes to curl as '\(option)' holds a control character")
      }
      config.add(option, value)
    }
    for (option, value) in [("proto", "=http,https"), ("max-time", "20"), ("write-out", "\n%{http_code}")] {
      config.add(option, value)
    }
    return config.text
  }

  /// Parts in characters that mean themselves in a URL.
  private static func isPath(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part != "." && part != ".."
        && part.utf8.allSatisfy { "-._".utf8.contains($0) || Name.isVariable("_\(UnicodeScalar($0))") }
    }
  }

  private var token: String {
    get throws {
      if let token = environment["VAULT_TOKEN"], !token.isEmpty { return token }
      guard let home = environment["HOME"] else { throw RunRefusal("VAULT_TOKEN is not set") }
      do { return try SecretFile.read("\(home)/.vault-token") } catch {
        throw RunRefusal("VAULT_TOKEN is not set, and there is no other token: \(error)")
      }
    }
  }
}
