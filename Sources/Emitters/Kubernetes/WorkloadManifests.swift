import Blueprint
import Diagnostics
import Documents
import LabModel

/// The objects of one workload, by the file they stand in.
struct WorkloadManifests {
  let workload: WorkloadResource
  let template: PodTemplate
  let lab: String
  let secrets: SecretKeys

  init(_ workload: WorkloadResource, lab: String) {
    self.workload = workload
    self.template = workload.template
    self.lab = lab
    self.secrets = SecretKeys(of: workload.template)
  }

  /// Files without their ending, with the objects in them; those without objects are not written.
  var all: [(name: String, objects: [Node])] {
    [
      (workload.workload.kind.lowercased(), pods),
      ("service", services),
      ("claims", claims),
      ("configmap", configMap),
      ("externalsecret", externalSecret),
      ("ingress", ingress),
      ("networkpolicy", networkPolicy),
      ("poddisruptionbudget", disruptionBudget),
      ("rbac", waitingRights),
    ]
  }

  /// Every object's labels.
  var labels: Node { .mapping(commonLabels) }

  var commonLabels: [(String, Node?)] {
    [
      ("app.kubernetes.io/name", .string(workload.name)), ("app.kubernetes.io/part-of", .string(lab)),
      ("app.kubernetes.io/managed-by", "rackbook"),
    ]
  }

  /// What selects the pods; it must never change, so it is the name alone.
  var selector: Node { ["app.kubernetes.io/name": .string(workload.name)] }

  func labels(on carrier: MetadataCarrier) -> Node {
    .mapping(
      commonLabels
        + template.labels.filter { $0.carriers.contains(carrier) }.map {
          ($0.key, Node.string($0.value).from($0.declared))
        })
  }

  func annotations(on carrier: MetadataCarrier) -> [(String, Node?)] {
    template.annotations.filter { $0.carriers.contains(carrier) }.map {
      ($0.key, Node.string($0.value).from($0.declared))
    }
  }

  func object(
    _ apiVersion: String, _ kind: String, name: String? = nil, labels: Node? = nil,
    annotations: [(String, Node?)] = []
  ) -> KubernetesObject {
    KubernetesObject(
      apiVersion: apiVersion, kind: kind, name: name ?? workload.name, namespace: workload.namespace,
      labels: labels ?? self.labels, annotations: annotations)
  }

  private var claims: [Node] {
    guard !hasClaimTemplates else { return [] }
    return workload.claims.filter(\.isOwn).map { use in
      object("v1", "PersistentVolumeClaim", name: use.claim.name)
        .with([("spec", ClaimNode.spec(of: use.claim))], from: use.claim.origin)
    }
  }

  /// Pods of a StatefulSet have claims of their own, unless all share one.
  var hasClaimTemplates: Bool {
    if case .statefulSet = workload.workload { true } else { false }
  }

  private var configMap: [Node] {
    let files = template.allContainers.flatMap(\.settings.configFiles)
    guard !files.isEmpty else { return [] }
    let data = files.map { ($0.name, Optional(Node.string($0.content).from($0.declared))) }
    return [object("v1", "ConfigMap", name: configName).with([("data", .mapping(data))], from: workload.origin)]
  }

  var configName: String { "\(workload.name)-config" }
  var secretName: String { "\(workload.name)-secrets" }

  private var externalSecret: [Node] {
    guard !secrets.entries.isEmpty else { return [] }
    return [
      object("external-secrets.io/v1", "ExternalSecret", name: secretName)
        .with([("spec", ExternalSecretNode.spec(target: secretName, secrets.entries))], from: workload.origin)
    ]
  }

  private var disruptionBudget: [Node] {
    let stated = template.disruptionBudgets.first
    guard stated != nil || (!workload.workload.ends && (workload.workload.replicas ?? 1) > 1) else { return [] }
    let isSilent = stated?.minAvailable == nil && stated?.maxUnavailable == nil
    return [
      object("policy/v1", "PodDisruptionBudget").with(
        [
          (
            "spec",
            .mapping([
              ("minAvailable", stated?.minAvailable.map(\.node)),
              ("maxUnavailable", isSilent ? 1 : stated?.maxUnavailable.map(\.node)),
              ("selector", ["matchLabels": selector]),
            ])
          )
        ], from: stated?.declared ?? workload.origin)
    ]
  }
}

extension Share {
  /// A count as a number, a share as Kubernetes writes it.
  var node: Node {
    switch self {
    case .count(let count): .int(count)
    case .percent(let percent): .string("\(percent)%")
    }
  }
}

extension PodTemplate {
  /// Containers and those that run before them.
  var allContainers: [Container] { initContainers.isEmpty ? containers : containers + initContainers.map(\.container) }
}
