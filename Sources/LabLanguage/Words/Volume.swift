import Diagnostics
import LabModel

/// A volume of a service: state that a restart must find again.
///
/// ```swift
/// Volume("data", .gib(10), on: iscsi, at: "/app/data")
/// ```
///
/// Emits a PersistentVolumeClaim of its service's own; with ``shared()``, one that several services of a namespace share.
public struct Volume: Sendable, CustomStringConvertible {
  /// How many nodes may use it, and how.
  public enum Access: String, Sendable, Hashable, CaseIterable {
    /// One node at a time.
    case readWriteOnce = "ReadWriteOnce"
    /// One pod at a time.
    case readWriteOncePod = "ReadWriteOncePod"
    /// Several nodes.
    case readWriteMany = "ReadWriteMany"
    /// Several nodes, all of which only read.
    case readOnlyMany = "ReadOnlyMany"
  }

  /// Its name within the service.
  public let name: String
  /// Its size.
  public let size: DataSize
  /// The class it is taken from.
  public let storageClass: ThingID
  /// Whether its class is one that several nodes can use at a time.
  public let classIsShared: Bool
  /// Where the first container sees it; nil where only a `Mount` says so.
  public private(set) var mount: Mount?
  /// How many nodes may use it; nil for what its class and its services allow.
  public let access: Access?
  /// The claim's name in Kubernetes; nil for one made of the service's name and its own.
  public let claim: String?
  /// The PersistentVolume that it binds to; nil for one that its class makes.
  public let persistentVolume: String?
  /// Whether every service of a namespace that names it has the same one.
  public private(set) var isShared = false
  /// Where it was declared.
  public let declared: SourceLocation
  /// Why losing it does no harm; nil where its service's backup holds it too.
  public private(set) var waiver: String?

  /// Declares a volume.
  ///
  /// - Parameters:
  ///   - name: Its name within the service, a DNS label.
  ///   - size: Its size.
  ///   - storageClass: The class it is taken from.
  ///   - path: Where the first container sees it, an absolute path; nowhere without it or a `Mount`.
  ///   - subPath: The folder or file of the volume that is seen; all of it unless said otherwise.
  ///   - readOnly: Whether the container can only read it.
  ///   - access: How many nodes may use it; several where it is shared and its class lets them, unless said otherwise.
  ///   - claim: The claim's name in Kubernetes, such as that of one that exists and holds the data.
  ///   - persistentVolume: The PersistentVolume that it binds to; its class makes one unless said otherwise.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, _ size: DataSize, on storageClass: StorageClass, at path: String? = nil, subPath: String? = nil,
    readOnly: Bool = false, access: Access? = nil, claim: String? = nil, persistentVolume: String? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    self.name = name
    self.size = size
    self.storageClass = storageClass.id
    self.classIsShared = storageClass.isShared
    self.access = access
    self.claim = claim
    self.persistentVolume = persistentVolume
    self.declared = SourceLocation(file, line)
    self.mount = path.map { [declared] in
      Mount(name, at: $0, subPath: subPath, readOnly: readOnly, declared: declared)
    }
  }

  /// The same volume as another service sees it.
  ///
  /// ```swift
  /// video.mounted(at: "/movies", readOnly: true)
  /// ```
  ///
  /// - Parameters:
  ///   - path: Where the first container sees it, an absolute path.
  ///   - subPath: The folder or file of the volume that is seen; all of it unless said otherwise.
  ///   - readOnly: Whether the container can only read it.
  ///   - file: Left out.
  ///   - line: Left out.
  /// - Returns: The volume with its mount.
  public func mounted(
    at path: String, subPath: String? = nil, readOnly: Bool = false, file: StaticString = #fileID, line: UInt = #line
  ) -> Volume {
    var copy = self
    copy.mount = Mount(name, at: path, subPath: subPath, readOnly: readOnly, file: file, line: line)
    return copy
  }

  /// States that every service of a namespace that names the volume has the same one, and not one of its own.
  ///
  /// ```swift
  /// let video = Volume("video", .tib(24), on: media).shared()
  /// ```
  ///
  /// - Returns: The volume, shared.
  public func shared() -> Volume {
    var copy = self
    copy.isShared = true
    return copy
  }

  /// States that the volume is left out of its service's backup, and why: what can be fetched again.
  ///
  /// - Parameter reason: Why losing it does no harm.
  /// - Returns: The volume without a backup.
  public func notBackedUp(because reason: String) -> Volume {
    var copy = self
    copy.waiver = reason
    return copy
  }

  /// Size and class.
  public var description: String { "\(size) on \(storageClass.name)" }
}

extension Volume: ServicePart {
  /// Is one of the volumes.
  public func join(_ parts: inout ServiceParts) { parts.volumes.append(self) }
}
