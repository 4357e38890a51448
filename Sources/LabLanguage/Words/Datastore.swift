import Diagnostics
import LabModel

/// A storage of the Proxmox hosts that VM disks lie on, under the name that Proxmox knows it by.
///
/// ```swift
/// let local = Datastore("local-lvm")
/// let tank = Datastore("tank", on: tankPool)
/// ```
public struct Datastore: Component {
  /// The datastore's identity.
  public let id: ThingID
  /// Where it was declared.
  public let declared: SourceLocation
  /// The pool of the NAS behind it; nil where each host has its own disk.
  public let pool: ThingID?

  /// Declares a datastore.
  ///
  /// - Parameters:
  ///   - name: Its storage ID in Proxmox.
  ///   - pool: The NAS pool behind it; none where each host has its own disk.
  ///   - file: Left out.
  ///   - line: Left out.
  public init(_ name: String, on pool: Pool? = nil, file: StaticString = #fileID, line: UInt = #line) {
    self.id = ThingID("datastore", name)
    self.declared = SourceLocation(file, line)
    self.pool = pool?.id
  }

  /// Local or on the network.
  public var summary: String { pool.map { "Proxmox storage on pool \($0.name)" } ?? "Proxmox storage, local disks" }
  /// Stored on its pool.
  public var relations: [Relation] { pool.map { [Relation(.storedOn, $0)] } ?? [] }
  /// Where the data is.
  public var facts: [Fact] {
    [Fact("pool", "Data lies on", pool?.name ?? "local disks of each host", link: pool)]
  }
}
