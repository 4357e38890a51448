import Blueprint
import Diagnostics
import Documents
import LabModel

/// The objects that the workloads of a namespace share, by the file they stand in.
struct NamespaceManifests {
  private let namespace: NamespaceResource
  private let lab: String

  init(_ namespace: NamespaceResource, lab: String) {
    self.namespace = namespace
    self.lab = lab
  }

  /// Files without their ending, with the objects in them; those without objects are not written.
  var all: [(name: String, objects: [Node])] {
    [("namespace", [object]), ("claims", claims), ("registries", registries)]
  }

  private var labels: [(String, Node?)] {
    [("app.kubernetes.io/part-of", .string(lab)), ("app.kubernetes.io/managed-by", "rackbook")]
  }

  private var object: Node {
    let level = namespace.workloads.map { PodSecurityLevel(of: $0) }.max()
    return Node.mapping([
      ("apiVersion", "v1"), ("kind", "Namespace"),
      (
        "metadata",
        .mapping([
          ("name", .string(namespace.name)),
          (
            "labels",
            .mapping(
              labels + [("pod-security.kubernetes.io/enforce", level.map { .string($0.rawValue) })])
          ),
        ])
      ),
    ]).from(namespace.origin)
  }

  private var claims: [Node] {
    namespace.sharedClaims.map { claim in
      KubernetesObject(
        apiVersion: "v1", kind: "PersistentVolumeClaim", name: claim.name, namespace: namespace.name,
        labels: .mapping(labels)
      )
      .with([("spec", ClaimNode.spec(of: claim))], from: claim.origin)
    }
  }

  /// Credentials of registries, each once: several workloads of a namespace may name the same.
  private var registries: [Node] {
    var seen: Set<String> = []
    return namespace.workloads.flatMap(\.template.registryCredentials).compactMap { credential in
      guard let secret = credential.secret, seen.insert(credential.name).inserted else { return nil }
      let entry = SecretKeys.Entry(key: ".dockerconfigjson", secret: secret, origin: credential.declared)
      return KubernetesObject(
        apiVersion: "external-secrets.io/v1", kind: "ExternalSecret", name: credential.name,
        namespace: namespace.name, labels: .mapping(labels)
      )
      .with(
        [
          (
            "spec",
            ExternalSecretNode.spec(
              target: credential.name, type: "kubernetes.io/dockerconfigjson", [entry])
          )
        ],
        from: credential.declared)
    }
  }
}
