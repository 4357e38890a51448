/// The kinds that Kubernetes 1.33 to 1.36 serve and that are applied as files, with their fields of the first level.
///
/// Taken from the API's published schemas. Kinds that are only asked (`TokenReview`) or made by the cluster (`Node`) are
/// left out.
enum KubernetesKinds {
  struct Kind {
    var isNamespaced: Bool
    var fields: Set<String>

    static func namespaced(_ fields: String...) -> Kind { Kind(isNamespaced: true, fields: Set(fields)) }
    static func cluster(_ fields: String...) -> Kind { Kind(isNamespaced: false, fields: Set(fields)) }
  }

  /// Whether an API version belongs to Kubernetes itself: it has no group, or one without a domain, or one that is listed.
  static func isBuiltIn(_ version: String) -> Bool {
    guard let slash = version.firstIndex(of: "/") else { return true }
    let group = version[..<slash]
    return !group.contains(".") || groups.contains(String(group))
  }

  private static let groups = Set(
    byVersion.keys.compactMap { $0.split(separator: "/").count == 2 ? String($0.split(separator: "/")[0]) : nil })

  /// Versions that are not yet stable: their kinds change from release to release and are not listed.
  static let previews: Set<String> = [
    "admissionregistration.k8s.io/v1alpha1",
    "admissionregistration.k8s.io/v1beta1",
    "certificates.k8s.io/v1alpha1",
    "certificates.k8s.io/v1beta1",
    "coordination.k8s.io/v1alpha2",
    "coordination.k8s.io/v1beta1",
    "internal.apiserver.k8s.io/v1alpha1",
    "networking.k8s.io/v1beta1",
    "resource.k8s.io/v1alpha3",
    "resource.k8s.io/v1beta1",
    "resource.k8s.io/v1beta2",
    "scheduling.k8s.io/v1alpha1",
    "scheduling.k8s.io/v1alpha2",
    "storage.k8s.io/v1alpha1",
    "storage.k8s.io/v1beta1",
    "storagemigration.k8s.io/v1alpha1",
    "storagemigration.k8s.io/v1beta1",
  ]

  static let byVersion: [String: [String: Kind]] = [
    "admissionregistration.k8s.io/v1": [
      "MutatingAdmissionPolicy": .cluster("spec"),
      "MutatingAdmissionPolicyBinding": .cluster("spec"),
      "MutatingWebhookConfiguration": .cluster("webhooks"),
      "ValidatingAdmissionPolicy": .cluster("spec", "status"),
      "ValidatingAdmissionPolicyBinding": .cluster("spec"),
      "ValidatingWebhookConfiguration": .cluster("webhooks"),
    ],
    "apiextensions.k8s.io/v1": [
      "CustomResourceDefinition": .cluster("spec", "status")
    ],
    "apiregistration.k8s.io/v1": [
      "APIService": .cluster("spec", "status")
    ],
    "apps/v1": [
      "DaemonSet": .namespaced("spec", "status"),
      "Deployment": .namespaced("spec", "status"),
      "ReplicaSet": .namespaced("spec", "status"),
      "StatefulSet": .namespaced("spec", "status"),
    ],
    "autoscaling/v1": [
      "HorizontalPodAutoscaler": .namespaced("spec", "status")
    ],
    "autoscaling/v2": [
      "HorizontalPodAutoscaler": .namespaced("spec", "status")
    ],
    "batch/v1": [
      "CronJob": .namespaced("spec", "status"),
      "Job": .namespaced("spec", "status"),
    ],
    "certificates.k8s.io/v1": [
      "CertificateSigningRequest": .cluster("spec", "status")
    ],
    "coordination.k8s.io/v1": [
      "Lease": .namespaced("spec")
    ],
    "discovery.k8s.io/v1": [
      "EndpointSlice": .namespaced("addressType", "endpoints", "ports")
    ],
    "flowcontrol.apiserver.k8s.io/v1": [
      "FlowSchema": .cluster("spec", "status"),
      "PriorityLevelConfiguration": .cluster("spec", "status"),
    ],
    "networking.k8s.io/v1": [
      "IPAddress": .cluster("spec"),
      "Ingress": .namespaced("spec", "status"),
      "IngressClass": .cluster("spec"),
      "NetworkPolicy": .namespaced("spec"),
      "ServiceCIDR": .cluster("spec", "status"),
    ],
    "node.k8s.io/v1": [
      "RuntimeClass": .cluster("handler", "overhead", "scheduling")
    ],
    "policy/v1": [
      "PodDisruptionBudget": .namespaced("spec", "status")
    ],
    "rbac.authorization.k8s.io/v1": [
      "ClusterRole": .cluster("aggregationRule", "rules"),
      "ClusterRoleBinding": .cluster("roleRef", "subjects"),
      "Role": .namespaced("rules"),
      "RoleBinding": .namespaced("roleRef", "subjects"),
    ],
    "resource.k8s.io/v1": [
      "DeviceClass": .cluster("spec"),
      "ResourceClaim": .namespaced("spec", "status"),
      "ResourceClaimTemplate": .namespaced("spec"),
      "ResourceSlice": .cluster("spec"),
    ],
    "scheduling.k8s.io/v1": [
      "PriorityClass": .cluster("description", "globalDefault", "preemptionPolicy", "value")
    ],
    "storage.k8s.io/v1": [
      "CSIDriver": .cluster("spec"),
      "CSIStorageCapacity": .namespaced("capacity", "maximumVolumeSize", "nodeTopology", "storageClassName"),
      "StorageClass": .cluster(
        "allowVolumeExpansion", "allowedTopologies", "mountOptions", "parameters", "provisioner", "reclaimPolicy",
        "volumeBindingMode"),
      "VolumeAttributesClass": .cluster("driverName", "parameters"),
    ],
    "v1": [
      "ConfigMap": .namespaced("binaryData", "data", "immutable"),
      "Endpoints": .namespaced("subsets"),
      "LimitRange": .namespaced("spec"),
      "Namespace": .cluster("spec", "status"),
      "PersistentVolume": .cluster("spec", "status"),
      "PersistentVolumeClaim": .namespaced("spec", "status"),
      "Pod": .namespaced("spec", "status"),
      "PodTemplate": .namespaced("template"),
      "ReplicationController": .namespaced("spec", "status"),
      "ResourceQuota": .namespaced("spec", "status"),
      "Secret": .namespaced("data", "immutable", "stringData", "type"),
      "Service": .namespaced("spec", "status"),
      "ServiceAccount": .namespaced("automountServiceAccountToken", "imagePullSecrets", "secrets"),
    ],
  ]
}
