import Diagnostics

/// A file that a container reads and whose text stands in the lab.
///
/// ```swift
/// ConfigFile("app.conf", at: "/etc/app/app.conf", "listen 8080\n")
/// ```
///
/// Emits a ConfigMap; a changed text rolls the pods. Secrets do not belong in it: see ``SecretFile``.
public struct ConfigFile: Sendable, Hashable {
  /// Its key in the ConfigMap: letters, digits, dots, hyphens and underscores.
  public let name: String
  /// Where the container sees it: an absolute path.
  public let path: String
  /// Its text.
  public let content: String
  /// Its permission bits, such as `0o755`; nil for those that Kubernetes gives (0644).
  public let mode: Int?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a file.
  ///
  /// - Parameters:
  ///   - name: Its key in the ConfigMap: letters, digits, dots, hyphens and underscores; once in a service.
  ///   - path: Where the container sees it: an absolute path.
  ///   - content: Its text, at most 1 MiB in all files of a service.
  ///   - mode: Its permission bits, such as `0o755`; 0644 unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, at path: String, _ content: String, mode: Int? = nil, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.path = path
    self.content = content
    self.mode = mode
    self.declared = SourceLocation(file, line)
  }
}
