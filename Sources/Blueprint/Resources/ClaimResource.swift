import Diagnostics
import LabModel

/// A claim of storage in a namespace.
public struct ClaimResource: Sendable, Hashable {
  /// The service that it is made for, or the first of those that share it.
  public var owner: ThingID
  /// Where the volume was declared.
  public var origin: SourceLocation
  /// Its name in the namespace.
  public var name: String
  /// How much it asks for.
  public var size: DataSize
  /// The class it is taken from; nil for the one that the cluster gives to claims that name none.
  public var storageClass: String?
  /// How many nodes may use it, in Kubernetes' words: `ReadWriteOnce`.
  public var access: String
  /// The volume that it binds to; nil where its class makes one.
  public var persistentVolume: String?

  /// Describes a claim.
  public init(
    owner: ThingID, origin: SourceLocation, name: String, size: DataSize, storageClass: String?, access: String,
    persistentVolume: String?
  ) {
    self.owner = owner
    self.origin = origin
    self.name = name
    self.size = size
    self.storageClass = storageClass
    self.access = access
    self.persistentVolume = persistentVolume
  }

  /// Whether pods on several nodes can use it at a time.
  public var isForSeveralNodes: Bool { access == "ReadWriteMany" || access == "ReadOnlyMany" }
}
