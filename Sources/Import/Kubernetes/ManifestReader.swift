import Diagnostics
import SourceDocuments

/// Reads manifests out of files and folders: several documents in a file, lists, YAML and JSON.
struct ManifestReader {
  private(set) var manifests: [Manifest] = []
  private(set) var ledgers: [Ledger] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var places: [Manifest.Key: SourceLocation] = [:]

  /// Reads a file, or every `.yaml`, `.yml` and `.json` below a folder.
  mutating func read(_ path: String) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let isFolder = FileListing.isFolder(path) == true
    let files = isFolder ? FileListing.files(below: path, endings: [".yaml", ".yml", ".json"]) : [path]
    for file in files { readFile(file) }
    if isFolder, files.isEmpty {
      diagnostics.append(
        SourceRules.unreadable(path))
    }
  }

  private mutating func readFile(_ path: String) {
    do throws(SourceFailure) {
      let file = try SourceFile.read(path)
      let ledger = Ledger(file, source: "kubernetes")
      ledgers.append(ledger)
      for document in file.documents { add(document, ledger) }
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }

  private mutating func add(_ document: SourceNode, _ ledger: Ledger) {
    if let items = document["items"], document["kind"]?.text?.hasSuffix("List") == true,
      document["metadata"]?["name"] == nil
    {
      for entry in document.entries where entry.key != "items" {
        ledger.change(entry.value, "the list's items are imported")
      }
      if items.items.isEmpty { ledger.carry(items) }
      for item in items.items { add(item, ledger) }
      return
    }
    guard let manifest = Manifest(document, ledger: ledger) else {
      ledger.takeRest(of: document, .dropped("no object of Kubernetes: apiVersion, kind or metadata.name is missing"))
      let kind = document["kind"]?.text
      diagnostics.append(
        KubernetesRules.isObject.diagnostic(
          at: document.place,
          kind == "Kustomization"
            ? "a Kustomization says how manifests are made, and is none"
            : "a document without apiVersion, kind and metadata.name is not imported",
          solutions: kind == "Kustomization" ? ["import what `kubectl kustomize` prints"] : []))
      return
    }
    if let earlier = places[manifest.key] {
      ledger.takeRest(of: document, .dropped("the object is stated at \(earlier) already"))
      diagnostics.append(
        KubernetesRules.objectStandsOnce.diagnostic(
          at: manifest.place, "\(manifest.kind) '\(manifest.name)' in namespace '\(manifest.namespace)' stands twice",
          notes: [Diagnostic.Note("the first one, which is imported, is here", at: earlier)]))
      repeated.append(manifest)
      return
    }
    places[manifest.key] = manifest.place
    manifests.append(manifest)
  }

  /// Objects that were stated before; they are not imported, and may contradict what is.
  private(set) var repeated: [Manifest] = []
}
