import Diagnostics

/// A file, folder, socket or device of the node that a pod sees.
///
/// ```swift
/// HostPath("docker", "/var/run/docker.sock", at: "/var/run/docker.sock", type: .socket)
/// HostPath("render", "/dev/dri", at: "/dev/dri", type: .directory)
/// ```
///
/// It ties the service to what its node has. A device needs a privileged container, or a plugin and `Resources(devices:)`.
public struct HostPath: Sendable, Hashable {
  /// What must be there before the pod starts.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A folder.
    case directory = "Directory"
    /// A folder, which is made where it is missing.
    case directoryOrCreate = "DirectoryOrCreate"
    /// A file.
    case file = "File"
    /// A file, which is made where it is missing.
    case fileOrCreate = "FileOrCreate"
    /// A Unix socket.
    case socket = "Socket"
    /// A character device.
    case characterDevice = "CharDevice"
    /// A block device.
    case blockDevice = "BlockDevice"
  }

  /// Its name within the service.
  public let name: String
  /// The path on the node.
  public let path: String
  /// Where the first container sees it; nil where only a ``Mount`` says so.
  public let mount: Mount?
  /// What must be there; nil for no look.
  public let kind: Kind?
  /// Where it was declared.
  public let declared: SourceLocation

  /// Declares a path of the node.
  ///
  /// - Parameters:
  ///   - name: Its name within the service, a DNS label.
  ///   - path: The path on the node, absolute.
  ///   - mountPath: Where the first container sees it; nowhere unless said otherwise.
  ///   - kind: What must be there before the pod starts; nobody looks unless said otherwise.
  ///   - readOnly: Whether the container can only read it.
  ///   - propagation: Whether later mounts are seen on the other side; no unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, _ path: String, at mountPath: String? = nil, type kind: Kind? = nil, readOnly: Bool = false,
    propagation: Mount.Propagation? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.name = name
    self.path = path
    self.kind = kind
    self.declared = SourceLocation(file, line)
    self.mount = mountPath.map { [declared] in
      Mount(name, at: $0, readOnly: readOnly, propagation: propagation, declared: declared)
    }
  }
}
