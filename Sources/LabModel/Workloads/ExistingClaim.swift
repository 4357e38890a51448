import Diagnostics

/// A PersistentVolumeClaim that somebody else made in the namespace.
///
/// ```swift
/// ExistingClaim("video", claim: "plex-video", at: "/video")
/// ```
public struct ExistingClaim: Sendable, Hashable {
  /// Its name within the service.
  public let name: String
  /// The claim's name in the namespace.
  public let claim: String
  /// Where the first container sees it; nil where only a ``Mount`` says so.
  public let mount: Mount?
  /// Whether every container can only read it.
  public let readOnly: Bool
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares the use of a claim.
  ///
  /// - Parameters:
  ///   - name: Its name within the service, a DNS label.
  ///   - claim: The claim's name in the namespace; the same as `name` unless said otherwise.
  ///   - path: Where the first container sees it; nowhere unless said otherwise.
  ///   - readOnly: Whether every container can only read it.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, claim: String? = nil, at path: String? = nil, readOnly: Bool = false,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.name = name
    self.claim = claim ?? name
    self.readOnly = readOnly
    self.declared = SourceLocation(file, line)
    self.mount = path.map { [declared] in Mount(name, at: $0, readOnly: readOnly, declared: declared) }
  }
}
