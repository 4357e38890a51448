import Blueprint
import Diagnostics
import Documents
import LabModel

/// Whether every resource of Terraform and every object of Kubernetes stands in one file only.
enum DeclaredOnce {
  /// Looks for objects that a raw document declares although another file does too.
  ///
  /// - Parameters:
  ///   - artifacts: Every file that is made.
  ///   - owners: Which of them are by hand; without any there is nothing to look for.
  ///   - log: Where the second declaration is reported.
  static func check(
    _ artifacts: [Artifact], _ owners: [String: ThingID], reporting log: inout DiagnosticLog
  ) {
    guard !owners.isEmpty else { return }
    var places: [String: (path: String, native: ThingID?)] = [:]
    for artifact in artifacts {
      guard let document = artifact.document, [.kubernetes, .terraform].contains(document.kind) else { continue }
      let native = owners[artifact.path]
      let scope = scope(of: artifact.path, document.kind)
      for name in document.roots.flatMap({ names(in: $0, document.kind) }) {
        let key = "\(scope) \(name)"
        guard let first = places.updateValue((artifact.path, native), forKey: key) else { continue }
        guard let subject = native ?? first.native else { continue }
        let other = native == nil ? artifact.path : first.path
        log.add(HatchRules.declaredTwice.diagnostic(about: subject, "\(name) stands in \(other) too"))
      }
    }
  }

  /// A folder is a module of Terraform; a cluster is the second folder of its files.
  private static func scope(of path: String, _ kind: Document.Kind) -> String {
    let folders = path.split(separator: "/").dropLast()
    return (kind == .terraform ? folders : folders.prefix(2)).joined(separator: "/")
  }

  private static func names(in root: Node, _ kind: Document.Kind) -> [String] {
    kind == .kubernetes ? kubernetes(root).map { [$0] } ?? [] : terraform(root)
  }

  private static func kubernetes(_ root: Node) -> String? {
    guard let version = text(root["apiVersion"]), let kind = text(root["kind"]),
      let name = text(root["metadata"]?["name"])
    else { return nil }
    let group = version.split(separator: "/").dropLast().first.map { ".\($0)" } ?? ""
    let namespace = text(root["metadata"]?["namespace"]).map { "\($0)/" } ?? ""
    return "\(kind)\(group) \(namespace)\(name)"
  }

  private static func terraform(_ root: Node) -> [String] {
    let simple = ["variable", "output", "module"].flatMap { word in keys(of: root[word]).map { "\(word).\($0)" } }
    let typed = ["resource", "data"].flatMap { word in
      keys(of: root[word]).flatMap { type in keys(of: root[word]?[type]).map { "\(word).\(type).\($0)" } }
    }
    return simple + typed
  }

  private static func keys(of node: Node?) -> [String] {
    guard case .mapping(let mapping)? = node?.content else { return [] }
    return mapping.entries.map(\.key).filter { $0 != "//" }
  }

  private static func text(_ node: Node?) -> String? {
    if case .string(let text)? = node?.content { text } else { nil }
  }
}
