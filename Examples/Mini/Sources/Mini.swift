import Rackbook

let lan = Network("lan", "192.168.1.0/24", gateway: "192.168.1.1", dns: ["192.168.1.1"])
let pve = ProxmoxHost("pve", at: lan["192.168.1.10"], cores: 8, memory: .gib(32))
let local = Datastore("local-lvm")
let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
let docker = VM(
  "docker", id: 101, on: pve, at: lan["192.168.1.20"], cores: 4, memory: .gib(8), disk: .gib(64), store: local,
  from: debian)

@main struct Mini: Lab {
  var body: [any Component] { lan; pve; local; debian; docker }
}
