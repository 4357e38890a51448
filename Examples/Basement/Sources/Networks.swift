import Rackbook

let servers = Network(
  "servers", "192.168.10.0/24", gateway: "192.168.10.1", dns: ["192.168.10.1"]
) {
  MetalLBPool("default-pool", from: "192.168.10.100", to: "192.168.10.150")
  // The address that every device in the house asks for names: it must not go to another service.
  MetalLBPool("pihole-dns", from: "192.168.10.53", to: "192.168.10.53", isAssignedFreely: false)
}

let home = Network("home", "192.168.1.0/24", gateway: "192.168.1.1", dns: ["192.168.1.1"])

/// Data of VMs and volumes only: iSCSI and NFS between the hosts and TrueNAS.
let storageNetwork = Network("storage", "192.168.2.0/24", bridge: "vmbr1")

/// The gateway of the house, which knows the way between servers and home; storage leads nowhere.
let udm = Router("udm", at: servers["192.168.10.1"], home["192.168.1.1"])

/// What the family types: every name leads to the pair of load balancers.
let homeLab = DNSZone("home.lab") { DNSRecord("*", .a(servers["192.168.10.250"])) }

let networks: [any Component] = [servers, home, storageNetwork, udm, homeLab]
