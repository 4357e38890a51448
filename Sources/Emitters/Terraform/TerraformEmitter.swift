import Blueprint
import Diagnostics
import Documents
import LabModel

/// Writes a Terraform root module that makes the lab's virtual machines through the provider bpg/proxmox.
///
/// The module takes the SSH keys as a variable and the API token from `PROXMOX_VE_API_TOKEN`, which the provider reads
/// itself: neither stands in a file, and the token enters no plan.
public struct TerraformEmitter: Emitter {
  /// Makes the emitter.
  public init() {}

  /// `terraform`.
  public var name: String { "terraform" }

  /// The folder of the module below the build folder.
  static func folder(of lab: ResolvedLab) -> String { "terraform/\(TerraformText.identifier(lab.name))" }

  /// Four files, or none for a lab without virtual machines.
  public func emit(_ blueprint: Blueprint, reporting log: inout DiagnosticLog) -> [Artifact] {
    guard let first = blueprint.machines.first else { return [] }
    let lab = blueprint.lab
    let comment = Blueprint.provenance(ThingID("lab", lab.name), first.origin)
    let files: [(name: String, body: [(String, Node?)])] = [
      ("providers", ProxmoxProvider.body),
      ("variables", ProxmoxProvider.variables(endpoint: endpoint(of: first, in: lab))),
      ("main", resources(blueprint)),
      ("outputs", outputs(blueprint.machines)),
    ]
    return files.map { file in
      let document = Node.mapping([("//", .string(comment))] + file.body).from(first.origin)
      return Artifact("\(Self.folder(of: lab))/\(file.name).tf.json", .json(document, kind: .terraform))
    }
  }

  private func resources(_ blueprint: Blueprint) -> [(String, Node?)] {
    let machines = blueprint.machines.map {
      (TerraformText.identifier($0.owner.name), Node?(ProxmoxVM($0, in: blueprint).resource))
    }
    return [("resource", .mapping([(ProxmoxVM.type, .mapping(machines))]))]
  }

  private func outputs(_ machines: [MachineResource]) -> [(String, Node?)] {
    let addresses = machines.map { machine in
      (
        TerraformText.literalKey(machine.owner.name),
        Node?(TerraformText.literal(machine.address.text).from(machine.origin))
      )
    }
    let output: Node = [
      "description": "The address of every virtual machine that this module makes.", "value": .mapping(addresses),
    ]
    return [("output", ["addresses": output])]
  }

  /// The API on the node of the first machine: every node of a Proxmox cluster answers for all of them.
  private func endpoint(of machine: MachineResource, in lab: ResolvedLab) -> String? {
    lab[ThingID("host", machine.node)]?.addresses.first.map { "https://\($0.text):8006/" }
  }
}
