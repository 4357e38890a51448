import Documents
import LabModel

// What the provider bpg/proxmox does with a changed argument of `proxmox_virtual_environment_vm`, as its documentation
// says (release 0.111): `vm_id`, and `node_name` without `migrate`, make a new VM; what needs the VM to be off or started
// anew is done at once, because `reboot_after_update` is true unless said otherwise; disks grow while the VM runs and
// cannot shrink; network devices are plugged in while it runs.
extension MachineResource: Resource {
  /// A virtual machine.
  public static let kind = ResourceKind(
    "machine", "virtual machine",
    added: Consequence(.none, "Terraform makes the VM"),
    removed: Consequence(.replacement, "Terraform destroys the VM with its disk"),
    leftBehind: "its backups, its DNS records, and its key in the known_hosts of whoever logged in",
    stateField: "holds-state",
    fields: [
      FieldRule("vmid", "VM number", Consequence(.replacement, "Terraform destroys the VM and makes a new one")),
      FieldRule("host", "host", Consequence(.replacement, "Terraform destroys the VM and makes one on the new host")),
      FieldRule("template", "template", Consequence(.none, "for new VMs only: one that runs keeps its disk")),
      FieldRule("cores", "cores", Consequence(.restart, "Terraform reboots the VM")),
      FieldRule("memory", "memory", unit: .bytes, Consequence(.restart, "Terraform reboots the VM")),
      FieldRule(
        "disk", "disk", unit: .bytes, grown: Consequence(.none, "the disk grows while the VM runs"),
        shrunk: Consequence(.data, "a disk cannot shrink: Terraform refuses until the VM is replaced by hand")),
      FieldRule("datastore", "datastore", Consequence(.downtime, "the VM is off while its disk moves")),
      FieldRule(
        "address", "address", Consequence(.downtime, "Terraform reboots the VM, and everyone who knows the old address")
      ),
      FieldRule("prefix", "network prefix", Consequence(.restart, "Terraform reboots the VM")),
      FieldRule("gateway", "gateway", Consequence(.restart, "Terraform reboots the VM")),
      FieldRule("dns", "name servers", Consequence(.restart, "Terraform reboots the VM")),
      FieldRule("domain", "domain", Consequence(.restart, "Terraform reboots the VM, which then has another name")),
      FieldRule("account", "account", Consequence(.restart, "Terraform reboots the VM, with another account on it")),
      FieldRule("bridge", "bridge", Consequence(.downtime, "the VM is plugged into another network while it runs")),
      FieldRule("vlan", "VLAN", Consequence(.downtime, "the VM is plugged into another network while it runs")),
      FieldRule("mac", "MAC address", Consequence(.downtime, "switches and DHCP servers learn a new address")),
      FieldRule("mtu", "MTU", Consequence(.none, "the network device is configured while the VM runs")),
      FieldRule("interfaces.*", "interface *", Consequence(.restart, "Terraform reboots the VM")),
      FieldRule("tags", "tags"),
      FieldRule("holds-state", "holds data", Consequence(.none, "whether Terraform may destroy the VM")),
    ])

  /// Everything that Terraform is told.
  public var fields: Node {
    .mapping([
      ("vmid", .int(vmid)),
      ("host", .string(node)),
      ("template", .string("\(template.vmid) on \(template.node)")),
      ("cores", .int(cores)),
      ("memory", .int(memory.bytes)),
      ("disk", .int(disk.bytes)),
      ("datastore", .string(datastore)),
      ("address", .string(address.text)),
      ("prefix", address.prefix.map(Node.int)),
      ("gateway", gateway.map(Node.string)),
      ("dns", dns.isEmpty ? nil : .strings(dns)),
      ("domain", .string(domain)),
      ("bridge", .string(bridge)),
      ("vlan", vlan.map(Node.int)),
      ("mac", mac.map(Node.string)),
      ("mtu", mtu.map(Node.int)),
      ("interfaces", interfaces),
      ("account", .string(account)),
      ("tags", .strings(tags)),
      ("holds-state", .bool(holdsState)),
    ])
  }

  /// The interfaces beside the first, under the names that Proxmox gives them.
  private var interfaces: Node? {
    if moreInterfaces.isEmpty { return nil }
    return .mapping(
      moreInterfaces.enumerated().map { index, interface in
        let fields = Node.mapping([
          ("address", .string(interface.address.cidr)),
          ("bridge", .string(interface.bridge)),
          ("vlan", interface.vlan.map(Node.int)),
          ("mac", interface.mac.map(Node.string)),
          ("mtu", interface.mtu.map(Node.int)),
        ])
        return ("net\(index + 1)", fields.from(interface.origin))
      })
  }
}
