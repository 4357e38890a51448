#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Signatures of SSH keys, through `ssh-keygen`.
struct SSHSignatures: Sendable {
  /// Who signed.
  struct Signer: Sendable, Hashable {
    /// The name that the allowed signers have for the key.
    var name: String
    /// The key's fingerprint, such as `SHA256:...`.
    var key: String
  }

  /// The file of allowed signers, in OpenSSH's format.
  let allowedSigners: String

  /// Whose signature it is.
  ///
  /// - Parameters:
  ///   - signature: The signature's file.
  ///   - bytes: What was signed.
  /// - Returns: The signer; nothing if it is no good signature of an allowed signer.
  func signer(of signature: String, over bytes: [UInt8]) async -> Signer? {
    let namespace = ApprovalStatement.namespace
    guard let names = await Self.run(["-Y", "find-principals", "-s", signature, "-f", allowedSigners]) else {
      return nil
    }
    for name in names.split(separator: "\n").map(String.init) where Self.isName(name) {
      let arguments = ["-Y", "verify", "-f", allowedSigners, "-I", name, "-n", namespace, "-s", signature]
      guard let said = await Self.run(arguments, input: bytes), said.hasPrefix("Good \"\(namespace)\" signature for ")
      else { continue }
      guard let key = said.split(whereSeparator: \.isWhitespace).last, key.hasPrefix("SHA256:") else { continue }
      return Signer(name: name, key: String(key))
    }
    return nil
  }

  /// The fingerprints of the keys that a person can sign with: those in the home folder and in the agent.
  ///
  /// - Parameter environment: Where the home folder and the agent are.
  /// - Returns: The fingerprints.
  static func ownKeys(_ environment: [String: String]) async -> Set<String> {
    var keys = fingerprints(in: await run("ssh-add", ["-l"]) ?? "")
    guard let home = environment["HOME"] else { return keys }
    let folder = "\(home)/.ssh"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard name.hasSuffix(".pub") || name.hasPrefix("id_") else { continue }
      keys.formUnion(fingerprints(in: await run(["-l", "-f", "\(folder)/\(name)"]) ?? ""))
    }
    return keys
  }

  private static func fingerprints(in listing: String) -> Set<String> {
    Set(listing.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("SHA256:") }.map(String.init))
  }

  /// A name of one person: not a pattern that stands for many.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("-") && name.utf8.count <= 256
      && !name.unicodeScalars.contains { Name.isControl($0) || "*?!,\"".unicodeScalars.contains($0) }
  }

  private static func run(_ arguments: [String], input: [UInt8] = []) async -> String? {
    await run("ssh-keygen", arguments, input: input)
  }

  /// What a program writes when it succeeds; nothing when it does not.
  private static func run(_ program: String, _ arguments: [String], input: [UInt8] = []) async -> String? {
    let answer = await QuietProcess.run(program, arguments, input: input)
    return answer.flatMap { $0.hasSucceeded ? $0.output : nil }
  }
}
