import Blueprint
import Diagnostics
import Documents
import LabModel

/// Writes the manifests of what runs in clusters, one folder per cluster.
///
/// - `kubernetes/<cluster>/kustomization.yaml`: every file below it, for `kubectl apply -k` and Argo CD.
/// - `kubernetes/<cluster>/storage-classes.yaml`: classes of volumes.
/// - `kubernetes/<cluster>/<namespace>/namespace.yaml`, `claims.yaml`, `registries.yaml`: what its services share.
/// - `kubernetes/<cluster>/<namespace>/<service>/*.yaml`: one file for each kind of object.
///
/// No secret stands in them: an ExternalSecret names the entry of the secret store.
public struct KubernetesEmitter: Emitter {
  /// `kubernetes`.
  public let name = "kubernetes"

  /// An emitter.
  public init() {}

  /// The manifests of every cluster that has namespaces.
  public func emit(_ blueprint: Blueprint, reporting log: inout DiagnosticLog) -> [Artifact] {
    blueprint.contents.filter { !$0.namespaces.isEmpty }.flatMap { contents in
      let folder = "kubernetes/\(contents.cluster.name)"
      let files =
        Self.storageClasses(contents)
        + contents.namespaces.flatMap { namespace in
          Self.shared(namespace, lab: blueprint.lab.name)
            + namespace.workloads.flatMap { Self.files(of: $0, lab: blueprint.lab.name) }
        }
      let printed = files.map { file in
        Artifact(
          "\(folder)/\(file.path)",
          .yaml(
            documents: file.objects, header: [Blueprint.provenance(file.owner, file.origin)], kind: .kubernetes))
      }
      let paths = files.map(\.path) + natives(contents, of: blueprint.lab)
      return printed + [
        Artifact(
          "\(folder)/kustomization.yaml",
          Self.kustomization(
            paths.sorted(), Dictionary(files.map { ($0.path, $0.origin) }, uniquingKeysWith: { first, _ in first }),
            of: contents))
      ]
    }
  }

  /// The strict schemas of the cluster's version, and kustomize over the folder.
  public func verifications(of blueprint: Blueprint) -> [Verification] {
    blueprint.contents.filter { !$0.namespaces.isEmpty }.flatMap { [Self.schemas($0), Self.kustomize($0)] }
  }

  /// A file with its objects, before it is printed.
  struct File {
    /// The path below the cluster's folder.
    var path: String
    /// The thing that it is made for.
    var owner: ThingID
    /// Where that was declared.
    var origin: SourceLocation
    /// The objects in it.
    var objects: [Node]
  }

  /// The raw documents of a cluster stand beside its own.
  private func natives(_ contents: ClusterContents, of lab: ResolvedLab) -> [String] {
    lab.all(Native.self).filter { $0.format.kind == .kubernetes && $0.format.cluster == contents.cluster }
      .map { "native/\($0.name).yaml" }
  }

  private static func files(of workload: WorkloadResource, lab: String) -> [File] {
    let manifests = WorkloadManifests(workload, lab: lab)
    let folder = "\(workload.namespace)/\(workload.name)"
    return manifests.all.compactMap { name, objects in
      objects.isEmpty
        ? nil : File(path: "\(folder)/\(name).yaml", owner: workload.owner, origin: workload.origin, objects: objects)
    }
  }

  private static func shared(_ namespace: NamespaceResource, lab: String) -> [File] {
    let manifests = NamespaceManifests(namespace, lab: lab)
    return manifests.all.compactMap { name, objects in
      objects.isEmpty
        ? nil
        : File(
          path: "\(namespace.name)/\(name).yaml", owner: namespace.owner, origin: namespace.origin, objects: objects)
    }
  }

  private static func storageClasses(_ contents: ClusterContents) -> [File] {
    guard !contents.storageClasses.isEmpty else { return [] }
    return [
      File(
        path: "storage-classes.yaml", owner: contents.cluster, origin: contents.origin,
        objects: contents.storageClasses.map(storageClass))
    ]
  }

  private static func kustomization(
    _ paths: [String], _ origins: [String: SourceLocation], of contents: ClusterContents
  ) -> Document {
    let root: Node = [
      "apiVersion": "kustomize.config.k8s.io/v1beta1",
      "kind": "Kustomization",
      "resources": .sequence(paths.map { Node.string($0).from(origins[$0]) }),
    ]
    return .yaml(
      root.from(contents.origin),
      header: [Blueprint.provenance(contents.cluster, contents.origin)])
  }

  private static func storageClass(_ made: StorageClassResource) -> Node {
    Node.mapping([
      ("apiVersion", "storage.k8s.io/v1"),
      ("kind", "StorageClass"),
      (
        "metadata",
        .mapping([
          ("name", .string(made.owner.name)),
          (
            "annotations",
            made.isDefault ? ["storageclass.kubernetes.io/is-default-class": "true"] : nil
          ),
        ])
      ),
      ("provisioner", .string(made.provisioner)),
      (
        "parameters",
        made.parameters.isEmpty ? nil : .mapping(made.parameters.map { ($0.name, .string($0.value)) })
      ),
      ("mountOptions", made.mountOptions.isEmpty ? nil : .strings(made.mountOptions)),
      ("reclaimPolicy", made.retains ? "Retain" : "Delete"),
      ("allowVolumeExpansion", true),
      ("volumeBindingMode", "Immediate"),
    ]).from(made.origin)
  }
}
