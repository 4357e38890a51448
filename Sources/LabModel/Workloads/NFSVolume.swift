import Diagnostics

/// A folder of an NFS server that pods see as it is, without a storage class.
///
/// ```swift
/// NFSVolume("video", server: "192.168.1.230", path: "/volume1/video", at: "/video", readOnly: true)
/// ```
public struct NFSVolume: Sendable, Hashable {
  /// Its name within the service.
  public let name: String
  /// The server's address or name.
  public let server: String
  /// The exported path.
  public let path: String
  /// Where the first container sees it; nil where only a ``Mount`` says so.
  public let mount: Mount?
  /// Whether every container can only read it.
  public let readOnly: Bool
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a folder of an NFS server.
  ///
  /// - Parameters:
  ///   - name: Its name within the service, a DNS label.
  ///   - server: The server's address or name.
  ///   - path: The exported path, absolute.
  ///   - mountPath: Where the first container sees it; nowhere unless said otherwise.
  ///   - readOnly: Whether every container can only read it.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, server: String, path: String, at mountPath: String? = nil, readOnly: Bool = false,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.name = name
    self.server = server
    self.path = path
    self.readOnly = readOnly
    self.declared = SourceLocation(file, line)
    self.mount = mountPath.map { [declared] in Mount(name, at: $0, readOnly: readOnly, declared: declared) }
  }
}
