import Rackbook

let servers = Network(
  "servers", "192.168.10.0/24", gateway: "192.168.10.1", dns: ["192.168.10.1"]
) {
  MetalLBPool("default-pool", from: "192.168.10.100", to: "192.168.10.150")
}

let home = Network("home", "192.168.1.0/24", gateway: "192.168.1.1", dns: ["192.168.1.1"])

/// Data of VMs and volumes only: iSCSI and NFS between the hosts and TrueNAS.
let storageNetwork = Network("storage", "192.168.2.0/24")

let networks: [any Component] = [servers, home, storageNetwork]
