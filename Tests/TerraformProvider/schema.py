"""What bpg/proxmox 0.111.1 declares: its provider configuration, and the resource for a virtual machine."""

import ipaddress
import re

from blocks import ListBlock, attribute, computed, required
from tf.schema import Schema
from tf.types import Bool, List, Number, String


def between(low, high):
    return lambda value: None if low <= value <= high else f"expected {low} to {high}, got {value}"


def at_least(low):
    return lambda value: None if value >= low else f"expected at least {low}, got {value}"


def one_of(*choices):
    return lambda value: None if value in choices else f"expected one of {', '.join(choices)}, got {value!r}"


def matches(pattern, meaning):
    return lambda value: None if re.fullmatch(pattern, value) else f"expected {meaning}, got {value!r}"


def addresses(values):
    """The provider's check of every name server."""
    for value in values:
        try:
            ipaddress.ip_address(value)
        except ValueError:
            return f"expected IP addresses, got {value!r}"
    return None


def not_empty(values):
    """The provider's check of a string, or of every string of a list."""
    return "expected no empty string" if "" in (values, *values) else None


VM_ID = between(100, 2147483647)
MEMORY = between(64, 268435456)
FILE_FORMAT = one_of("qcow2", "raw", "vmdk")
CPU_TYPE = matches(
    r"host|max|(kvm|qemu)(32|64)|x86-64-v(2|2-AES|3|4)|custom-.+"
    r"|(Broadwell|Cascadelake|Cooperlake|EPYC|Haswell|Icelake|IvyBridge|Nehalem|SandyBridge|SapphireRapids"
    r"|Skylake|Westmere)[A-Za-z0-9-]*",
    "a CPU type of Proxmox",
)
LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?"
HOST_NAME = matches(rf"|{LABEL}(\.{LABEL})*", "a DNS name")

PROVIDER = Schema(
    attributes=[
        attribute("endpoint", String),
        attribute("insecure", Bool),
        attribute("min_tls", String),
        attribute("auth_ticket", String, sensitive=True),
        attribute("csrf_prevention_token", String, sensitive=True),
        attribute("api_token", String, sensitive=True),
        attribute("otp", String),
        attribute("username", String),
        attribute("password", String, sensitive=True),
        attribute("tmp_dir", String),
        attribute("random_vm_ids", Bool),
        attribute("random_vm_id_start", Number),
        attribute("random_vm_id_end", Number),
    ],
    block_types=[
        ListBlock(
            "ssh",
            at_most=1,
            attributes=[
                attribute("agent", Bool),
                attribute("agent_socket", String),
                attribute("agent_forwarding", Bool),
                attribute("username", String),
                attribute("password", String, sensitive=True),
                attribute("private_key", String, sensitive=True),
                attribute("node_address_source", String, check=one_of("api", "dns")),
            ],
            blocks=[
                ListBlock(
                    "node",
                    attributes=[required("name", String), required("address", String), attribute("port", Number)],
                )
            ],
        )
    ],
)

AGENT = ListBlock(
    "agent",
    at_most=1,
    attributes=[
        attribute("enabled", Bool),
        attribute("timeout", String, check=matches(r"([0-9.]+(ns|us|ms|s|m|h))+", "a duration")),
        attribute("trim", Bool),
        attribute("type", String, check=one_of("isa", "virtio")),
    ],
    blocks=[
        ListBlock(
            "wait_for_ip",
            at_most=1,
            attributes=[attribute("disabled", Bool), attribute("ipv4", Bool), attribute("ipv6", Bool)],
        )
    ],
)

CLONE = ListBlock(
    "clone",
    at_most=1,
    attributes=[
        required("vm_id", Number, check=VM_ID),
        attribute("datastore_id", String),
        attribute("node_name", String),
        attribute("full", Bool),
        attribute("retries", Number),
    ],
)

CPU = ListBlock(
    "cpu",
    at_most=1,
    attributes=[
        attribute("architecture", String, check=one_of("", "aarch64", "x86_64")),
        attribute("cores", Number, check=between(1, 2304)),
        attribute("flags", List(String())),
        attribute("hotplugged", Number, check=between(0, 2304)),
        attribute("limit", Number),
        attribute("numa", Bool),
        attribute("sockets", Number, check=between(1, 16)),
        attribute("type", String, check=CPU_TYPE),
        computed("units", Number, check=between(1, 262144)),
        attribute("affinity", String),
    ],
)

DISK = ListBlock(
    "disk",
    attributes=[
        required("interface", String),
        attribute("datastore_id", String),
        computed("path_in_datastore", String),
        computed("file_format", String, check=FILE_FORMAT),
        attribute("aio", String, check=one_of("io_uring", "native", "threads")),
        attribute("backup", Bool),
        attribute("cache", String, check=one_of("none", "writethrough", "writeback", "unsafe", "directsync")),
        attribute("discard", String),
        attribute("file_id", String),
        attribute("import_from", String),
        attribute("iothread", Bool),
        attribute("queues", Number),
        attribute("replicate", Bool),
        attribute("serial", String),
        computed("size", Number, check=at_least(1)),
        attribute("ssd", Bool),
    ],
)

EFI_DISK = ListBlock(
    "efi_disk",
    at_most=1,
    attributes=[
        attribute("datastore_id", String),
        computed("file_format", String, check=FILE_FORMAT),
        attribute("type", String, check=one_of("2m", "4m")),
        attribute("pre_enrolled_keys", Bool),
    ],
)

INITIALIZATION = ListBlock(
    "initialization",
    at_most=1,
    attributes=[
        attribute("datastore_id", String),
        attribute("interface", String, check=matches(r"|ide[0-3]|sata[0-5]|scsi(30|[12]?[0-9])", "ide, sata or scsi")),
        computed("file_format", String, check=FILE_FORMAT),
        computed("user_data_file_id", String),
        computed("vendor_data_file_id", String),
        computed("network_data_file_id", String),
        computed("meta_data_file_id", String),
        computed("type", String, check=one_of("configdrive2", "nocloud")),
        computed("upgrade", Bool),
    ],
    blocks=[
        ListBlock(
            "dns",
            at_most=1,
            attributes=[attribute("domain", String), attribute("servers", List(String()), check=addresses)],
        ),
        ListBlock(
            "ip_config",
            at_most=32,
            blocks=[
                ListBlock(version, at_most=1, attributes=[attribute("address", String), attribute("gateway", String)])
                for version in ("ipv4", "ipv6")
            ],
        ),
        ListBlock(
            "user_account",
            at_most=1,
            attributes=[
                attribute("keys", List(String())),
                attribute("password", String, sensitive=True),
                attribute("username", String),
            ],
        ),
    ],
)

MEMORY_BLOCK = ListBlock(
    "memory",
    at_most=1,
    attributes=[
        attribute("dedicated", Number, check=MEMORY),
        attribute("floating", Number, check=between(0, 268435456)),
        attribute("shared", Number, check=between(0, 268435456)),
        attribute("hugepages", String, check=one_of("2", "1024", "any")),
        attribute("keep_hugepages", Bool),
    ],
)

NETWORK_DEVICE = ListBlock(
    "network_device",
    at_most=32,
    attributes=[
        attribute("bridge", String),
        attribute("disconnected", Bool),
        attribute("enabled", Bool),
        attribute("firewall", Bool),
        computed("mac_address", String, check=matches(r"([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}", "a MAC address")),
        attribute("model", String, check=one_of("e1000", "e1000e", "rtl8139", "virtio", "vmxnet3")),
        attribute("mtu", Number),
        attribute("queues", Number, check=between(0, 64)),
        attribute("rate_limit", Number),
        attribute("trunks", String),
        attribute("vlan_id", Number),
    ],
)

OPERATING_SYSTEM = ListBlock(
    "operating_system",
    at_most=1,
    attributes=[
        attribute(
            "type",
            String,
            check=one_of(
                *("l24", "l26", "other", "solaris", "w2k", "w2k3", "w2k8"),
                *("win7", "win8", "win10", "win11", "wvista", "wxp"),
            ),
        )
    ],
)

SERIAL_DEVICE = ListBlock(
    "serial_device",
    at_most=4,
    attributes=[attribute("device", String, check=matches(r"socket|/dev/.*", "'socket' or a device"))],
)

STARTUP = ListBlock(
    "startup",
    at_most=1,
    attributes=[attribute("order", Number), attribute("up_delay", Number), attribute("down_delay", Number)],
)

TIMEOUTS = ("clone", "create", "migrate", "move_disk", "reboot", "shutdown_vm", "start_vm", "stop_vm")

VIRTUAL_MACHINE = Schema(
    version=0,
    attributes=[
        attribute("id", String, computed=True, optional=False),
        required("node_name", String, check=not_empty),
        computed("vm_id", Number, check=VM_ID),
        attribute("name", String, check=HOST_NAME),
        attribute("description", String),
        attribute("tags", List(String()), check=not_empty),
        attribute("acpi", Bool),
        attribute("bios", String, check=one_of("ovmf", "seabios")),
        computed("boot_order", List(String())),
        attribute("delete_unreferenced_disks_on_destroy", Bool),
        attribute("hook_script_file_id", String),
        computed("hotplug", String),
        attribute("keyboard_layout", String),
        attribute("kvm_arguments", String),
        attribute("machine", String, check=matches(r"|(pc|q35|virt)\S*", "a machine type")),
        attribute("migrate", Bool),
        attribute("on_boot", Bool),
        attribute("pool_id", String),
        attribute("protection", Bool),
        attribute("purge_on_destroy", Bool),
        attribute("reboot", Bool),
        attribute("reboot_after_update", Bool),
        attribute(
            "scsi_hardware",
            String,
            check=one_of("lsi", "lsi53c810", "virtio-scsi-pci", "virtio-scsi-single", "megasas", "pvscsi"),
        ),
        attribute("started", Bool),
        attribute("stop_on_destroy", Bool),
        attribute("tablet_device", Bool),
        attribute("template", Bool),
        *(attribute(f"timeout_{name}", Number) for name in TIMEOUTS),
        attribute("ipv4_addresses", List(List(String())), computed=True, optional=False),
        attribute("ipv6_addresses", List(List(String())), computed=True, optional=False),
        computed("mac_addresses", List(String())),
        attribute("network_interface_names", List(String()), computed=True, optional=False),
    ],
    block_types=[
        AGENT,
        CLONE,
        CPU,
        DISK,
        EFI_DISK,
        INITIALIZATION,
        MEMORY_BLOCK,
        NETWORK_DEVICE,
        OPERATING_SYSTEM,
        SERIAL_DEVICE,
        STARTUP,
    ],
)
