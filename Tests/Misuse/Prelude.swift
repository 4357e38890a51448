import LabLanguage
import LabModel

// The things that the mistakes are made with.

let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
let tank = Pool("tank", size: .tib(40))
let truenas = TrueNAS("truenas", version: "25.10", at: lan["192.168.10.24"]) { tank }
let iscsi = StorageClass("iscsi", on: tank, protocol: .iscsi)
let disks = Datastore("tank", on: tank)
let pve1 = ProxmoxHost("pve1", at: lan["192.168.10.21"], cores: 16, memory: .gib(64))
let ubuntu = VMTemplate("ubuntu-2404", id: 9000, on: pve1, operatingSystem: .ubuntu2404)
let km01 = BareMetalHost("km01", at: lan["192.168.10.234"], cores: 4, memory: .gib(16), disk: .tib(1))
let database = Service("database", in: km01) { Container("postgres:17.2", port: 5432) }
