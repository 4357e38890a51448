import Diagnostics
import Documents
import SourceDocuments

/// An object that is kept as a document, with selectors that select in the lab what they selected before.
///
/// Rackbook writes some labels of pods itself. A selector by one of them that leads to one workload becomes one by that
/// workload's name; where it is for something else, or for several, nobody can say, and its place is remembered.
struct NativeSelectors {
  private let manifest: Manifest
  private let workloads: [Manifest]
  /// Selectors that may select something else, or nothing.
  private(set) var lost: [SourceLocation] = []

  /// - Parameters:
  ///   - manifest: The object.
  ///   - workloads: Everything that runs pods.
  init(_ manifest: Manifest, workloads: [Manifest]) {
    self.manifest = manifest
    self.workloads = workloads.filter { $0.namespace == manifest.namespace }
  }

  /// The object.
  mutating func tree() -> Node { tree(of: manifest.node, keys: []) }

  private mutating func tree(of node: SourceNode, keys: [String]) -> Node {
    switch node.content {
    case .mapping(let entries):
      if isSelector(keys), entries.contains(where: { Manifest.ownLabels.contains($0.key) }) {
        return selector(node, ofPods: selectsPods(keys))
      }
      return .mapping(entries.map { ($0.key, tree(of: $0.value, keys: keys + [$0.key])) })
    case .sequence(let items):
      return .sequence(items.map { tree(of: $0, keys: keys) })
    default:
      return Node(node)
    }
  }

  private func isSelector(_ keys: [String]) -> Bool {
    keys.last == "matchLabels" || manifest.kind == "Service" && keys == ["spec", "selector"]
  }

  private func selectsPods(_ keys: [String]) -> Bool {
    switch manifest.kind {
    case "Service", "PodDisruptionBudget": true
    case "NetworkPolicy": keys.contains("podSelector") && !keys.contains("namespaceSelector")
    default: false
    }
  }

  private mutating func selector(_ node: SourceNode, ofPods: Bool) -> Node {
    let selected = workloads.filter { workload in
      let labels = workload.podLabels
      return node.entries.allSatisfy { labels[$0.key] == $0.value.text }
    }
    guard ofPods, selected.count == 1, let workload = selected.first else {
      lost.append(node.place)
      return Node(node)
    }
    for key in Manifest.ownLabels { manifest.ledger.change(node[key], "Rackbook selects pods by labels of its own") }
    let others = node.withoutKeys(Manifest.ownLabels).entries.map { ($0.key, Node($0.value)) }
    return .mapping([(Manifest.ownLabels[0], .string(workload.name))] + others)
  }
}
