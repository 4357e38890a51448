import Diagnostics
import LabModel

/// A class of volumes: where the data of services' volumes lies, and how it is reached.
///
/// ```swift
/// let iscsi = StorageClass("freenas-iscsi-csi", on: tank, protocol: .iscsi)
/// ```
public struct StorageClass: Component {
  /// How volumes of a class are reached.
  public enum AccessProtocol: String, Sendable, Hashable, CaseIterable {
    /// A block device over the network; one node at a time.
    case iscsi = "iSCSI"
    /// A file system over the network; several nodes at a time.
    case nfs = "NFS"
  }

  /// The class's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The pool that the data lies on.
  public let pool: ThingID
  /// How volumes are reached.
  public let accessProtocol: AccessProtocol

  /// Declares a class of volumes.
  ///
  /// - Parameters:
  ///   - name: Its name in Kubernetes.
  ///   - pool: The pool that the data lies on.
  ///   - accessProtocol: How volumes are reached.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(
    _ name: String, on pool: Pool, protocol accessProtocol: AccessProtocol, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.id = ThingID("storage-class", name)
    self.declared = SourceLocation(file, line)
    self.pool = pool.id
    self.accessProtocol = accessProtocol
  }

  /// Protocol and pool.
  public var summary: String { "volumes over \(accessProtocol.rawValue) on pool \(pool.name)" }
  /// Stored on its pool.
  public var relations: [Relation] { [Relation(.storedOn, pool)] }
  /// Pool and protocol.
  public var facts: [Fact] {
    [
      Fact("pool", "Pool", pool.name, link: pool),
      Fact("protocol", "Protocol", accessProtocol.rawValue),
    ]
  }
}
