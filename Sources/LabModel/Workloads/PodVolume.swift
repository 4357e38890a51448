import Diagnostics

/// A volume of a pod that is no claim of its service.
public enum PodVolume: Sendable, Hashable {
  /// A folder that lives as long as the pod.
  case emptyDir(EmptyDir)
  /// A path of the node.
  case hostPath(HostPath)
  /// A folder of an NFS server.
  case nfs(NFSVolume)
  /// A claim that somebody else made.
  case existingClaim(ExistingClaim)

  /// Its name within the service.
  public var name: String {
    switch self {
    case .emptyDir(let volume): volume.name
    case .hostPath(let volume): volume.name
    case .nfs(let volume): volume.name
    case .existingClaim(let volume): volume.name
    }
  }

  /// Where the first container sees it.
  public var mount: Mount? {
    switch self {
    case .emptyDir(let volume): volume.mount
    case .hostPath(let volume): volume.mount
    case .nfs(let volume): volume.mount
    case .existingClaim(let volume): volume.mount
    }
  }

  /// Where it was declared.
  public var declared: SourceLocation {
    switch self {
    case .emptyDir(let volume): volume.declared
    case .hostPath(let volume): volume.declared
    case .nfs(let volume): volume.declared
    case .existingClaim(let volume): volume.declared
    }
  }
}
