import Diagnostics

/// What a service's images are pulled with from a registry that asks who is there.
///
/// ```swift
/// RegistryCredential("ghcr", from: SecretReference("registries/ghcr", key: "dockerconfigjson"))
/// RegistryCredential("regcred")
/// ```
public struct RegistryCredential: Sendable, Hashable {
  /// The Secret's name in the namespace.
  public let name: String
  /// Where the `.dockerconfigjson` is kept; nil for a Secret that somebody else makes.
  public let secret: SecretReference?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a credential.
  ///
  /// - Parameters:
  ///   - name: The Secret's name in the namespace.
  ///   - secret: Where the `.dockerconfigjson` is kept; somebody else makes the Secret unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, from secret: SecretReference? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.name = name
    self.secret = secret
    self.declared = SourceLocation(file, line)
  }
}
