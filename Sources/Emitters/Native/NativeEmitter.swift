import Blueprint
import Diagnostics
import Documents
import LabModel

/// Writes the raw documents of a lab, each where its tool looks for it.
///
/// - `kubernetes/<cluster>/native/<name>.yaml`: objects of a cluster.
/// - `terraform/<lab>/<name>.tf.json`: files of the module that makes the lab's machines.
/// - `ansible/<name>.yml`: playbooks; `prometheus/rules/<name>.yml`: rules.
/// - Anything else where the document says.
public struct NativeEmitter: Emitter {
  /// `native`.
  public let name = "native"

  /// An emitter.
  public init() {}

  /// One file for each document.
  public func emit(_ blueprint: Blueprint, reporting log: inout DiagnosticLog) -> [Artifact] {
    blueprint.lab.all(Native.self).map { native in
      Artifact(Self.path(of: native, in: blueprint.lab), Self.document(native))
    }
  }

  /// Where a document is written.
  static func path(of native: Native, in lab: ResolvedLab) -> String {
    switch native.format.kind {
    case .kubernetes: "kubernetes/\(native.format.cluster?.name ?? "any")/native/\(native.name).yaml"
    case .terraform: "\(TerraformEmitter.folder(of: lab))/\(native.name).tf.json"
    case .ansiblePlaybook: "ansible/\(native.name).yml"
    case .prometheusRules: "prometheus/rules/\(native.name).yml"
    case .other: native.format.path ?? native.name
    }
  }

  private static func document(_ native: Native) -> Document {
    let root = native.document.from(native.declared)
    guard !native.format.isJSON else { return .json(root, kind: native.format.kind) }
    let header = [Blueprint.provenance(native.id, native.declared), "Raw: \(native.reason)."]
    return .yaml(root, header: header, kind: native.format.kind)
  }

  /// The tools that judge what Rackbook itself does not look at.
  public func verifications(of blueprint: Blueprint) -> [Verification] {
    let natives = blueprint.lab.all(Native.self)
    let module = blueprint.machines.isEmpty && natives.contains { $0.format.kind == .terraform }
    return natives.flatMap { Self.verifications(of: $0, in: blueprint.lab) }
      + (module ? [Self.terraform(blueprint.lab)] : [])
  }

  private static func verifications(of native: Native, in lab: ResolvedLab) -> [Verification] {
    let path = Shell.quote(path(of: native, in: lab))
    switch native.format.kind {
    case .ansiblePlaybook:
      return [
        Verification(
          "ansible-playbook --syntax-check: \(native.id)", tools: [.init("ansible-playbook", from: "ansible")],
          script: "ANSIBLE_NOCOLOR=1 ansible-playbook -i ansible/inventory.yml --syntax-check \(path)")
      ]
    case .prometheusRules:
      return [
        Verification(
          "promtool check rules: \(native.id)", tools: [.init("promtool", from: "prometheus")],
          script: "promtool check rules \(path)")
      ]
    case .kubernetes, .terraform, .other: return []
    }
  }

  /// For a lab without machines, whose module consists of raw documents only.
  private static func terraform(_ lab: ResolvedLab) -> Verification {
    Verification(
      "terraform init, validate: raw documents of \(lab.name)",
      tools: [.init("terraform", from: "Terraform 1.6 or newer, from HashiCorp")],
      script: """
        cp \(Shell.quote(TerraformEmitter.folder(of: lab)))/*.tf.json "$SCRATCH"
        cd "$SCRATCH"
        terraform init -input=false -no-color >/dev/null
        terraform validate -no-color
        """)
  }
}
