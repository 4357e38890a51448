import Diagnostics

/// A volume of the service as a container sees it.
///
/// ```swift
/// Container("docker.io/library/nginx:1.29.3", name: "web") { Mount("uploads", at: "/srv/uploads", readOnly: true) }
/// ```
///
/// `Volume("data", .gib(10), on: iscsi, at: "/data")` mounts its volume in the first container and needs none.
public struct Mount: Sendable, Hashable {
  /// Whether mounts that are made later are seen on the other side.
  public enum Propagation: String, Sendable, Hashable, CaseIterable {
    /// Those of the host are seen in the container.
    case hostToContainer = "HostToContainer"
    /// Both see those of the other; the container must be privileged.
    case bidirectional = "Bidirectional"
  }

  /// The volume's name within the service.
  public let volume: String
  /// Where the container sees it: an absolute path.
  public let path: String
  /// The folder or file of the volume that is seen; nil for all of it.
  public let subPath: String?
  /// Whether the container can only read it.
  public let readOnly: Bool
  /// Whether later mounts are seen; nil for no.
  public let propagation: Propagation?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a mount.
  ///
  /// - Parameters:
  ///   - volume: The volume's name within the service.
  ///   - path: Where the container sees it: an absolute path.
  ///   - subPath: The folder or file of the volume that is seen; all of it unless said otherwise.
  ///   - readOnly: Whether the container can only read it.
  ///   - propagation: Whether later mounts are seen on the other side; no unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ volume: String, at path: String, subPath: String? = nil, readOnly: Bool = false,
    propagation: Propagation? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.init(
      volume, at: path, subPath: subPath, readOnly: readOnly, propagation: propagation,
      declared: SourceLocation(file, line))
  }

  /// The mount of a volume that was declared with its path.
  public init(
    _ volume: String, at path: String, subPath: String? = nil, readOnly: Bool = false,
    propagation: Propagation? = nil, declared: SourceLocation
  ) {
    self.volume = volume
    self.path = path
    self.subPath = subPath
    self.readOnly = readOnly
    self.propagation = propagation
    self.declared = declared
  }
}
