import Blueprint
import Diagnostics
import Documents
import LabModel

/// One virtual machine as a resource of bpg/proxmox 0.111.
enum ProxmoxVM {
  /// The resource's type.
  static let type = "proxmox_virtual_environment_vm"

  /// The body of the resource, in the order of the provider's documentation.
  static func resource(_ machine: MachineResource) -> Node {
    let node: Node = [
      "name": TerraformText.literal(machine.owner.name),
      "node_name": TerraformText.literal(machine.node),
      "vm_id": .int(machine.vmid),
      "tags": .sequence(machine.tags.map(TerraformText.literal)),
      "on_boot": true,
      "clone": ["vm_id": .int(machine.template.vmid), "node_name": TerraformText.literal(machine.template.node)],
      "agent": ["enabled": true],
      // The oldest model that Kubernetes and current distributions want, the same on every node, so that VMs can move.
      "cpu": ["cores": .int(machine.cores), "type": "x86-64-v2-AES"],
      "memory": ["dedicated": .int(machine.memory.wholeMiB)],
      "disk": [disk(machine)],
      "initialization": initialization(machine),
      "network_device": .sequence(networkDevices(machine)),
      "operating_system": ["type": "l26"],
      // Cloud images write their console to a serial port.
      "serial_device": [["device": "socket"]],
      "lifecycle": lifecycle(machine),
    ]
    return node.from(machine.origin)
  }

  private static func disk(_ machine: MachineResource) -> Node {
    [
      "interface": "scsi0",
      "datastore_id": TerraformText.literal(machine.datastore),
      "size": .int(machine.disk.wholeGiB),
      "discard": "on",
    ]
  }

  private static func initialization(_ machine: MachineResource) -> Node {
    [
      "datastore_id": TerraformText.literal(machine.datastore),
      "dns": [
        "domain": TerraformText.literal(machine.domain),
        "servers": machine.dns.isEmpty ? nil : .sequence(machine.dns.map(TerraformText.literal)),
      ],
      "ip_config": .sequence(addresses(machine)),
      "user_account": [
        "username": TerraformText.literal(machine.account),
        "keys": "${var.ssh_public_keys}",
      ],
    ]
  }

  /// One block for each interface, in the order of ``networkDevices(_:)``: that is how the provider tells them apart.
  private static func addresses(_ machine: MachineResource) -> [Node] {
    let first: Node = [
      "ipv4": [
        "address": TerraformText.literal(machine.address.cidr),
        "gateway": machine.gateway.map(TerraformText.literal),
      ]
    ]
    return [first]
      + machine.moreInterfaces.map { interface in
        let node: Node = ["ipv4": ["address": TerraformText.literal(interface.address.cidr)]]
        return node.from(interface.origin)
      }
  }

  private static func networkDevices(_ machine: MachineResource) -> [Node] {
    let first = networkDevice(bridge: machine.bridge, vlan: machine.vlan, mac: machine.mac, mtu: machine.mtu)
    return [first]
      + machine.moreInterfaces.map {
        networkDevice(bridge: $0.bridge, vlan: $0.vlan, mac: $0.mac, mtu: $0.mtu).from($0.origin)
      }
  }

  private static func networkDevice(bridge: String, vlan: Int?, mac: String?, mtu: Int?) -> Node {
    [
      "bridge": TerraformText.literal(bridge),
      "vlan_id": vlan.map(Node.int),
      "mac_address": mac.map { TerraformText.literal($0.uppercased()) },
      "mtu": mtu.map(Node.int),
    ]
  }

  private static func lifecycle(_ machine: MachineResource) -> Node {
    [
      "prevent_destroy": .bool(machine.holdsState),
      // A newer template is for new machines: it must not make Terraform replace those that run.
      "ignore_changes": ["clone"],
    ]
  }
}
