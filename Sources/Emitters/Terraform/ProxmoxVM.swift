import Blueprint
import Diagnostics
import Documents
import LabModel

/// One virtual machine as a resource of bpg/proxmox 0.111.
struct ProxmoxVM {
  /// The resource's type.
  static let type = "proxmox_virtual_environment_vm"

  private let machine: MachineResource
  private let blueprint: Blueprint

  init(_ machine: MachineResource, in blueprint: Blueprint) {
    self.machine = machine
    self.blueprint = blueprint
  }

  /// The body of the resource, in the order of the provider's documentation.
  var resource: Node {
    let host = blueprint.places(of: ThingID("host", machine.node))
    let template: Node = [
      "vm_id": .int(machine.template.vmid), "node_name": TerraformText.literal(machine.template.node),
    ]
    let node: Node = [
      "name": TerraformText.literal(machine.owner.name),
      "node_name": TerraformText.literal(machine.node).from(nil, and: host),
      "vm_id": .int(machine.vmid),
      "tags": Node.sequence(machine.tags.map(TerraformText.literal)).from(nil, and: groups),
      "on_boot": true,
      "clone": template.from(nil, and: blueprint.places(of: machine.template.thing)),
      "agent": ["enabled": true],
      // The oldest model that Kubernetes and current distributions want, the same on every node, so that VMs can move.
      "cpu": ["cores": .int(machine.cores), "type": "x86-64-v2-AES"],
      "memory": ["dedicated": .int(machine.memory.wholeMiB)],
      "disk": [disk],
      "initialization": initialization,
      "network_device": .sequence(networkDevices),
      "operating_system": ["type": "l26"],
      // Cloud images write their console to a serial port.
      "serial_device": [["device": "socket"]],
      "lifecycle": lifecycle,
    ]
    return node.from(machine.origin)
  }

  /// What makes groups of machines, which they are tagged with.
  private var groups: [SourceLocation] {
    blueprint.lab.graph.relations(to: machine.owner).filter { [.consistsOf, .heldBy].contains($0.kind) }
      .flatMap { blueprint.places(of: $0.other) }
  }

  private var datastore: Node {
    TerraformText.literal(machine.datastore)
      .from(nil, and: blueprint.places(of: ThingID("datastore", machine.datastore)))
  }

  private var disk: Node {
    [
      "interface": "scsi0",
      "datastore_id": datastore,
      "size": .int(machine.disk.wholeGiB),
      "discard": "on",
    ]
  }

  private var initialization: Node {
    let resolver: Node = [
      "domain": TerraformText.literal(machine.domain),
      "servers": machine.dns.isEmpty ? nil : .sequence(machine.dns.map(TerraformText.literal)),
    ]
    return [
      "datastore_id": datastore,
      "dns": resolver.from(nil, and: blueprint.places(of: machine.address.network)),
      "ip_config": .sequence(addresses),
      "user_account": [
        "username": TerraformText.literal(machine.account),
        "keys": "${var.ssh_public_keys}",
      ],
    ]
  }

  /// One block for each interface, in the order of ``networkDevices(_:)``: that is how the provider tells them apart.
  private var addresses: [Node] {
    let first: Node = [
      "ipv4": [
        "address": TerraformText.literal(machine.address.cidr),
        "gateway": machine.gateway.map(TerraformText.literal),
      ]
    ]
    return [first.from(nil, and: blueprint.places(of: machine.address.network))]
      + machine.moreInterfaces.map { interface in
        let node: Node = ["ipv4": ["address": TerraformText.literal(interface.address.cidr)]]
        return node.from(interface.origin, and: blueprint.places(of: interface.address.network))
      }
  }

  private var networkDevices: [Node] {
    let first = networkDevice(bridge: machine.bridge, vlan: machine.vlan, mac: machine.mac, mtu: machine.mtu)
    return [first.from(nil, and: blueprint.places(of: machine.address.network))]
      + machine.moreInterfaces.map {
        networkDevice(bridge: $0.bridge, vlan: $0.vlan, mac: $0.mac, mtu: $0.mtu)
          .from($0.origin, and: blueprint.places(of: $0.address.network))
      }
  }

  private func networkDevice(bridge: String, vlan: Int?, mac: String?, mtu: Int?) -> Node {
    [
      "bridge": TerraformText.literal(bridge),
      "vlan_id": vlan.map(Node.int),
      "mac_address": mac.map { TerraformText.literal($0.uppercased()) },
      "mtu": mtu.map(Node.int),
    ]
  }

  private var lifecycle: Node {
    [
      "prevent_destroy": .bool(machine.holdsState),
      // A newer template is for new machines: it must not make Terraform replace those that run.
      "ignore_changes": ["clone"],
    ]
  }
}
