import Blueprint
import Diagnostics
import Documents
import LabModel

// Containers that end when what a workload waits for is there, so that its own start only then.
extension WorkloadManifests {
  private static let shell = "docker.io/library/busybox:1.37.0"
  private static let tokenVolume = "rackbook-api-token"

  private var waitsForJobs: Bool { workload.waits.contains { $0.port == nil } }

  var waitingContainers: [Node] {
    workload.waits.map { wait in
      let host = wait.namespace == workload.namespace ? wait.name : "\(wait.name).\(wait.namespace)"
      let call: [(String, Node?)] =
        if let port = wait.port {
          // A Service without a pod that is ready refuses connections: that it answers means that a probe said yes.
          [
            ("image", .string(Self.shell)),
            ("command", ["sh", "-c", .string("until nc -z -w 2 \(host) \(port); do sleep 2; done")]),
          ]
        } else {
          [
            ("image", .string("registry.k8s.io/kubectl:v\(fullVersion(wait.kubernetes))")),
            (
              "args",
              [
                "wait", "--for=condition=Complete", .string("job/\(wait.name)"),
                .string("--namespace=\(wait.namespace)"), "--timeout=-1s",
              ]
            ),
            (
              "volumeMounts",
              [
                [
                  "name": .string(Self.tokenVolume), "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount",
                  "readOnly": true,
                ]
              ]
            ),
          ]
        }
      return Node.mapping(
        [("name", .string("wait-for-\(wait.name)"))] + call + [("securityContext", security(nil))]
      ).from(wait.origin)
    }
  }

  /// `1.35` has no image of its own; its first release has.
  private func fullVersion(_ text: String) -> String {
    text.split(separator: ".").count == 2 ? "\(text).0" : text
  }

  /// The token of the service account, for the waiting container alone.
  var waitingVolume: [Node] {
    guard waitsForJobs else { return [] }
    return [
      [
        "name": .string(Self.tokenVolume),
        "projected": [
          "sources": [
            ["serviceAccountToken": ["path": "token"]],
            [
              "configMap": ["name": "kube-root-ca.crt", "items": [["key": "ca.crt", "path": "ca.crt"]]]
            ],
            [
              "downwardAPI": [
                "items": [["path": "namespace", "fieldRef": ["fieldPath": "metadata.namespace"]]]
              ]
            ],
          ]
        ],
      ]
    ]
  }

  var serviceAccount: String? { template.pods.first?.serviceAccount ?? (waitsForJobs ? workload.name : nil) }

  /// The right to look at the jobs that are waited for, and no other.
  var waitingRights: [Node] {
    let jobs = workload.waits.filter { $0.port == nil }
    guard let account = serviceAccount, !jobs.isEmpty else { return [] }
    let own: [Node] =
      template.pods.first?.serviceAccount == nil
      ? [object("v1", "ServiceAccount").with([("automountServiceAccountToken", false)], from: workload.origin)] : []
    return own
      + jobs.flatMap { wait -> [Node] in
        let name = "\(workload.name)-waits-for-\(wait.name)"
        let role = roleObject("Role", name, wait)
        let binding = roleObject("RoleBinding", name, wait)
        return [
          role.with(
            [
              (
                "rules",
                [["apiGroups": ["batch"], "resources": ["jobs"], "verbs": ["get", "list", "watch"]]]
              )
            ], from: wait.origin),
          binding.with(
            [
              ("roleRef", ["apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": .string(name)]),
              (
                "subjects",
                [
                  [
                    "kind": "ServiceAccount", "name": .string(account), "namespace": .string(workload.namespace),
                  ]
                ]
              ),
            ], from: wait.origin),
        ]
      }
  }

  private func roleObject(_ kind: String, _ name: String, _ wait: WorkloadResource.Wait) -> KubernetesObject {
    var object = object("rbac.authorization.k8s.io/v1", kind, name: name)
    object.namespace = wait.namespace
    return object
  }
}
