import Rackbook

/// Everything that an environment consists of: staging looks like production, and is smaller.
func site(_ stage: Stage) -> [any Component] {
  let lan = network(stage)
  let pve = ProxmoxHost("pve", at: lan.host(10), cores: 16, memory: .gib(64))
  let local = Datastore("local-lvm")
  let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
  let web = VM(
    "web", id: stage == .production ? 201 : 101, on: pve, at: lan.host(20), cores: stage == .production ? 4 : 2,
    memory: .gib(stage == .production ? 16 : 4), disk: .gib(64), store: local, from: debian)
  let shop = Service("shop", in: web, "what customers see") {
    Container("ghcr.io/example/shop:\(stage == .production ? "2.3.1" : "2.4.0")", port: 8080)
  }
  return [lan.network, pve, local, debian, web, shop] + database(stage, at: lan.host(21), pve, local, debian)
}

/// A machine that only production has beside the web server: staging keeps no data that anybody would miss.
private func database(
  _ stage: Stage, at address: NetworkAddress, _ pve: ProxmoxHost, _ local: Datastore, _ debian: VMTemplate
) -> [any Component] {
  switch stage {
  case .staging: []
  case .production:
    [
      VM(
        "db", id: 202, on: pve, at: address, cores: 4, memory: .gib(16), disk: .gib(200), store: local, from: debian)
    ]
  }
}
