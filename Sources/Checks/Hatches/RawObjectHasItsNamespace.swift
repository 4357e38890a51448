import Blueprint
import Diagnostics
import Documents
import LabLanguage
import LabModel

private let rb0984 = Rule(
  "RB0984", .warning, "a raw object's namespace is one of its cluster",
  why: "Applied to a namespace that nobody makes, the object is refused; the name is easily mistyped.",
  remedy: "Correct the name, or declare the namespace with `Namespace`.")

private let cluster = ExampleCluster()
private let apps = Namespace("apps", in: cluster)

extension Check {
  /// A raw Kubernetes object names a namespace that the lab has in that cluster, or that every cluster has.
  static let rawObjectHasItsNamespace = Check(
    rb0984,
    bad: {
      .example {
        cluster; apps; rawConfigMap(in: "aps")
      }
    },
    good: {
      .example {
        cluster; apps; rawConfigMap(in: "apps")
      }
    },
    findings: { lab in
      let natives = lab.all(Native.self).filter { $0.format.kind == .kubernetes }
      guard !natives.isEmpty else { return [] }
      var known: [ThingID: Set<String>] = [:]
      for namespace in lab.all(Namespace.self) { known[namespace.cluster, default: always].insert(namespace.name) }
      for native in natives where native.document["kind"]?.string == "Namespace" {
        guard let cluster = native.format.cluster, let name = native.document["metadata"]?["name"]?.string else {
          continue
        }
        known[cluster, default: always].insert(name)
      }
      return natives.compactMap { native in
        guard let cluster = native.format.cluster, let name = native.document["metadata"]?["namespace"]?.string else {
          return nil
        }
        let there = known[cluster, default: always]
        guard !there.contains(name) else { return nil }
        return rb0984.diagnostic(
          about: native.id, "\(native.id): \(cluster) has no namespace '\(name)'",
          solutions: NearMiss.suggestion(for: name, in: there).map { [$0] } ?? [])
      }
    })

  private static let always: Set = ["default", "kube-system", "kube-public", "kube-node-lease"]

  private static func rawConfigMap(in namespace: String) -> Native {
    Native(
      "motd", .kubernetes(cluster), because: "an example",
      ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "motd", "namespace": .string(namespace)]])
  }
}
