import Rackbook

// The lab's records do not state cores and memory of the hosts; these are what the VMs on them need, with room for one more.
// Nor do they state how the hosts and the nodes reach the storage network: here each has an interface of its own on it.
let pve1 = ProxmoxHost("pve1", at: servers["192.168.10.21"], cores: 24, memory: .gib(64)) {
  Bridge("vmbr0")
  Bridge("vmbr1", at: storageNetwork["192.168.2.21"])
}
let pve2 = ProxmoxHost("pve2", at: servers["192.168.10.22"], cores: 24, memory: .gib(64)) {
  Bridge("vmbr0")
  Bridge("vmbr1", at: storageNetwork["192.168.2.22"])
}
let pve3 = ProxmoxHost("pve3", at: servers["192.168.10.23"], cores: 24, memory: .gib(64)) {
  Bridge("vmbr0")
  Bridge("vmbr1", at: storageNetwork["192.168.2.23"])
}

let km01 = BareMetalHost("km01", at: servers["192.168.10.234"], cores: 4, memory: .gib(16), disk: .tib(1)) {
  NIC(storageNetwork["192.168.2.234"])
}

let tankStore = Datastore("tank", on: tank)
let local = Datastore("local-lvm")

let ubuntu = VMTemplate("ubuntu-2404", id: 9000, on: pve1, operatingSystem: .ubuntu2404)

// etcd wants its disk in the host: on iSCSI its slowest writes took 23 ms, and 10 ms is the limit.
let km02 = VM(
  "km02", id: 221, on: pve1, at: servers["192.168.10.235"], cores: 4, memory: .gib(8), disk: .gib(100), store: local,
  from: ubuntu
) {
  NIC(storageNetwork["192.168.2.235"])
}
let km03 = VM(
  "km03", id: 222, on: pve2, at: servers["192.168.10.236"], cores: 4, memory: .gib(8), disk: .gib(100), store: local,
  from: ubuntu
) {
  NIC(storageNetwork["192.168.2.236"])
}

let kube01 = VM(
  "kube01", id: 223, on: pve3, at: servers["192.168.10.237"], cores: 8, memory: .gib(16), disk: .gib(200),
  store: tankStore, from: ubuntu
) {
  NIC(storageNetwork["192.168.2.237"])
}
let kube02 = VM(
  "kube02", id: 224, on: pve1, at: servers["192.168.10.238"], cores: 8, memory: .gib(16), disk: .gib(200),
  store: tankStore, from: ubuntu
) {
  NIC(storageNetwork["192.168.2.238"])
}
let kube03 = VM(
  "kube03", id: 225, on: pve2, at: servers["192.168.10.239"], cores: 8, memory: .gib(16), disk: .gib(200),
  store: tankStore, from: ubuntu
) {
  NIC(storageNetwork["192.168.2.239"])
}

// The pair that everything arrives at: on two hosts, and not on the storage that one NAS serves.
let lb01 = VM(
  "nginx-lb01", id: 250, on: pve1, at: servers["192.168.10.251"], cores: 2, memory: .gib(2), disk: .gib(20),
  store: local, from: ubuntu)
let lb02 = VM(
  "nginx-lb02", id: 251, on: pve2, at: servers["192.168.10.252"], cores: 2, memory: .gib(2), disk: .gib(20),
  store: local, from: ubuntu)

let vaultVM = VM(
  "vault-vm", id: 401, on: pve1, at: servers["192.168.10.41"], cores: 2, memory: .gib(4), disk: .gib(50),
  store: tankStore, from: ubuntu
) {
  NIC(storageNetwork["192.168.2.41"])
}

let hosts: [any Component] = [
  pve1, pve2, pve3, km01, tankStore, local, ubuntu, vaultVM,
]
