import Blueprint
import Diagnostics
import Documents
import LabLanguage
import LabModel

private let cluster = ExampleCluster()

extension Check {
  /// A raw Kubernetes object has apiVersion, kind, a name, a namespace where its kind has one, and labels of text.
  static let kubernetesObjectSaysWhatItIs = shape(
    KubernetesShape.identity,
    bad: .kubernetes(cluster), ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "Motd"]],
    good: ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "motd", "namespace": "default"]])

  /// A raw Kubernetes object is of a kind that Kubernetes serves, and sets fields that the kind has.
  static let kubernetesKindExists = shape(
    KubernetesShape.kind,
    bad: .kubernetes(cluster),
    ["apiVersion": "apps/v1", "kind": "ConfigMap", "metadata": ["name": "motd", "namespace": "default"]],
    good: ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "motd", "namespace": "default"]])

  /// A raw document is no Secret with values.
  static let rawDocumentHoldsNoSecret = shape(
    KubernetesShape.secret,
    bad: .kubernetes(cluster),
    [
      "apiVersion": "v1", "kind": "Secret", "metadata": ["name": "door", "namespace": "default"],
      "stringData": ["code": "1234"],
    ],
    good: [
      "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "door", "namespace": "default"],
      "data": ["colour": "green"],
    ])

  /// A raw document of Terraform, Ansible or Prometheus has the blocks, plays or groups that these read.
  static let rawDocumentHasShape = shape(
    TerraformShape.rule, bad: .terraform, ["resources": ["null_resource": ["here": [:]]]],
    good: ["resource": ["null_resource": ["here": [:]]]])

  private static func shape(
    _ rule: Rule, bad format: Native.Format, _ bad: Node, good: Node
  ) -> Check {
    Check(
      rule,
      bad: {
        .example {
          cluster; Native("raw", format, because: "an example", bad)
        }
      },
      good: {
        .example {
          cluster; Native("raw", format, because: "an example", good)
        }
      },
      findings: { lab in
        lab.all(Native.self).flatMap { native in
          DocumentShape.problems(of: native.document, as: native.format.kind).filter { $0.rule == rule }.map {
            rule.diagnostic(about: native.id, "\(native.id): \($0.message)", solutions: $0.solutions)
          }
        }
      })
  }
}
