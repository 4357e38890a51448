import Diagnostics
import Documents
import SourceDocuments

/// Keeps an object for which there is no word as the document it is.
struct NativeReading {
  let manifest: Manifest
  let cluster: SwiftExpression
  /// The object as a tree.
  let tree: Node

  /// The declaration, with every key of the object kept but what the cluster sets.
  func declaration(because reason: String) -> ImportedDeclaration {
    manifest.dropClusterState()
    manifest.ledger.takeRest(of: manifest.node, .kept(reason))
    var tree = tree
    tree["status"] = nil
    if var metadata = tree["metadata"] {
      for key in ["creationTimestamp", "uid", "resourceVersion", "generation", "managedFields", "selfLink"] {
        metadata[key] = nil
      }
      if var annotations = metadata["annotations"] {
        for key in Manifest.clusterAnnotations { annotations[key] = nil }
        if case .mapping(let left) = annotations.content {
          metadata["annotations"] = left.entries.isEmpty ? nil : annotations
        }
      }
      tree["metadata"] = metadata
    }
    let id = ThingID("native", Self.name(manifest))
    return ImportedDeclaration(
      id, in: "Documents",
      SwiftCall(
        "Native",
        [
          .init(.text(id.name)), .init(.call(SwiftCall(".kubernetes", [.init(cluster)]))),
          .init("because", .text(reason)),
          .init(.document(tree)),
        ]), at: manifest.place)
  }

  /// A name of lower-case letters, digits and hyphens: namespace, kind and name.
  static func name(_ manifest: Manifest) -> String {
    let space = manifest.namespace == "default" ? "" : manifest.namespace + "-"
    let text = "\(space)\(manifest.kind)-\(manifest.name)".lowercased().utf8.map { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) ? byte : UInt8(ascii: "-")
    }
    return String(decoding: text, as: UTF8.self)
  }
}
