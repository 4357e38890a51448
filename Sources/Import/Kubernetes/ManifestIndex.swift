import Diagnostics
import SourceDocuments

/// Objects by kind, namespace and name, with what became of those that others refer to.
final class ManifestIndex {
  private var manifests: [String: Manifest] = [:]
  /// Objects whose meaning is in a service; others stay documents.
  private(set) var used: Set<String> = []
  /// Entries of ConfigMaps and Secrets that services read.
  private var entries: Set<String> = []

  init(_ manifests: [Manifest]) {
    for manifest in manifests {
      self.manifests[Self.key(manifest.kind, manifest.namespace, manifest.name)] = manifest
    }
  }

  static func key(_ kind: String, _ namespace: String, _ name: String) -> String { "\(kind)\n\(namespace)\n\(name)" }

  /// An object, which counts as used from now on.
  func use(_ kind: String, _ name: String, in namespace: String) -> Manifest? {
    let key = Self.key(kind, namespace, name)
    guard let manifest = manifests[key] else { return nil }
    used.insert(key)
    return manifest
  }

  /// An object.
  func find(_ kind: String, _ name: String, in namespace: String) -> Manifest? {
    manifests[Self.key(kind, namespace, name)]
  }

  /// Whether the meaning of an object is in a service.
  func isUsed(_ manifest: Manifest) -> Bool {
    used.contains(Self.key(manifest.kind, manifest.namespace, manifest.name))
  }

  /// Remembers that a service reads an entry of a ConfigMap or a Secret.
  func refer(to entry: String, of name: String, kind: String = "Secret", in namespace: String) {
    entries.insert(Self.key(kind, namespace, name) + "\n" + entry)
  }

  /// Whether a service reads an entry of a ConfigMap or a Secret.
  func isReferred(to entry: String, of manifest: Manifest) -> Bool {
    entries.contains(Self.key(manifest.kind, manifest.namespace, manifest.name) + "\n" + entry)
  }

  /// The keys and texts of a ConfigMap; nil where it is not among the files.
  func config(_ name: String, in namespace: String) -> [(key: String, value: String)]? {
    guard let map = use("ConfigMap", name, in: namespace) else { return nil }
    return (map.node["data"]?.entries ?? []).map { ($0.key, $0.value.text ?? "") }
  }

  /// The keys of a Secret, whose values are not looked at; nil where it is not among the files.
  func secretKeys(_ name: String, in namespace: String) -> [String]? {
    guard let secret = find("Secret", name, in: namespace) else { return nil }
    var keys: [String] = []
    for entry in (secret.node["data"]?.entries ?? []) + (secret.node["stringData"]?.entries ?? [])
    where !keys.contains(entry.key) {
      keys.append(entry.key)
    }
    return keys
  }
}
