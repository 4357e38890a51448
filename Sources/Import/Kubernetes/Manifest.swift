import Diagnostics
import SourceDocuments

/// One object of Kubernetes, as its manifest states it.
struct Manifest {
  /// What tells objects of one cluster apart.
  struct Key: Hashable {
    var group: String
    var kind: String
    var namespace: String
    var name: String
  }

  let node: SourceNode
  let ledger: Ledger
  let apiVersion: String
  let kind: String
  let name: String
  /// Its namespace; `default` where it states none, also for what has none.
  let namespace: String

  /// Reads what identifies an object; nil where that is missing.
  init?(_ node: SourceNode, ledger: Ledger) {
    let metadata = node["metadata"]
    guard let apiVersion = node["apiVersion"]?.text, let kind = node["kind"]?.text,
      let name = metadata?["name"]?.text ?? metadata?["generateName"]?.text, !name.isEmpty, !kind.isEmpty
    else { return nil }
    self.node = node
    self.ledger = ledger
    self.apiVersion = apiVersion
    self.kind = kind
    self.name = name
    let namespace = metadata?["namespace"]?.text ?? ""
    self.namespace = namespace.isEmpty ? "default" : namespace
  }

  var spec: SourceNode? { node["spec"] }
  var place: SourceLocation { node["metadata"]?["name"]?.place ?? node.place }
  var key: Key {
    Key(
      group: String(apiVersion.split(separator: "/").dropLast().first ?? ""), kind: kind, namespace: namespace,
      name: name)
  }

  /// The template of its pods, for what has one.
  var podTemplate: SourceNode? {
    switch kind {
    case "Pod": node
    case "CronJob": spec?["jobTemplate"]?["spec"]?["template"]
    default: spec?["template"]
    }
  }

  /// The labels that its pods have.
  var podLabels: [String: String] {
    let entries = podTemplate?["metadata"]?["labels"]?.entries ?? []
    return Dictionary(entries.map { ($0.key, $0.value.text ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  /// Carries what identifies it, but for what was taken already.
  func carryIdentity() {
    let metadata = node["metadata"]
    for node in [node["apiVersion"], node["kind"], metadata?["name"], metadata?["namespace"]].compactMap({ $0 }) {
      ledger.takeRest(of: node, .carried)
    }
    dropClusterState()
  }

  /// Drops what a cluster adds to an object that is read back from it.
  func dropClusterState() {
    let why = "the cluster sets it"
    ledger.drop(node["status"], why)
    for key in ["creationTimestamp", "uid", "resourceVersion", "generation", "managedFields", "selfLink"] {
      ledger.drop(node["metadata"]?[key], why)
    }
    for key in Self.clusterAnnotations { ledger.drop(node["metadata"]?["annotations"]?[key], why) }
  }

  /// Annotations that belong to tools and controllers.
  static let clusterAnnotations = [
    "kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision",
    "pv.kubernetes.io/bind-completed", "pv.kubernetes.io/bound-by-controller",
  ]

  /// Labels that Rackbook writes on every object itself; it selects pods by the first of them.
  static let ownLabels = [
    "app.kubernetes.io/name", "app.kubernetes.io/part-of", "app.kubernetes.io/managed-by",
  ]

  /// Takes the labels that Rackbook writes itself.
  func changeOwnLabels(_ labels: SourceNode?) {
    for key in Self.ownLabels { ledger.change(labels?[key], "Rackbook writes this label itself") }
  }

  /// Kinds that run pods.
  static let workloads: Set<String> = ["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod"]
}
