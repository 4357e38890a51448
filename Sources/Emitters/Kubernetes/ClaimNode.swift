import Blueprint
import Documents
import LabModel

/// How a claim asks for storage.
enum ClaimNode {
  /// The `spec` of a PersistentVolumeClaim.
  static func spec(of claim: ClaimResource) -> Node {
    Node.mapping([
      ("accessModes", [.string(claim.access)]),
      // An empty name keeps the default class away from a claim that binds to a volume by name.
      ("storageClassName", claim.persistentVolume == nil ? claim.storageClass.map(Node.string) : ""),
      ("volumeName", claim.persistentVolume.map(Node.string)),
      ("resources", ["requests": ["storage": .string(claim.size.kubernetes)]]),
    ]).from(claim.origin)
  }
}

extension DataSize {
  /// The amount as Kubernetes writes it: `10Gi`, or bytes where no unit fits.
  var kubernetes: String {
    for (shift, unit) in [(40, "Ti"), (30, "Gi"), (20, "Mi"), (10, "Ki")] where bytes > 0 && bytes % (1 << shift) == 0 {
      return "\(bytes >> shift)\(unit)"
    }
    return "\(bytes)"
  }
}
