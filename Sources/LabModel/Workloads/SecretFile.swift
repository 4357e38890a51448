import Diagnostics

/// A file that a container reads and whose text is kept in the secret store.
///
/// ```swift
/// SecretFile("tls.key", at: "/run/secrets/tls.key", from: SecretReference("home-apps/web", key: "tls.key"))
/// ```
public struct SecretFile: Sendable, Hashable {
  /// Its key in the Secret: letters, digits, dots, hyphens and underscores.
  public let name: String
  /// Where the container sees it: an absolute path.
  public let path: String
  /// Where its text is kept.
  public let secret: SecretReference
  /// Its permission bits, such as `0o400`; nil for those that Kubernetes gives (0644).
  public let mode: Int?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a file.
  ///
  /// - Parameters:
  ///   - name: Its key in the Secret: letters, digits, dots, hyphens and underscores; once in a service.
  ///   - path: Where the container sees it: an absolute path.
  ///   - secret: Where its text is kept.
  ///   - mode: Its permission bits, such as `0o400`; 0644 unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, at path: String, from secret: SecretReference, mode: Int? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.path = path
    self.secret = secret
    self.mode = mode
    self.declared = SourceLocation(file, line)
  }
}
