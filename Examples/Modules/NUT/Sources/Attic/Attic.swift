import NUT
import Rackbook

let lan = Network("lan", "192.168.20.0/24", gateway: "192.168.20.1", dns: ["192.168.20.1"])
let store = BareMetalHost("store", at: lan["192.168.20.10"], cores: 4, memory: .gib(16), disk: .tib(4))
let node1 = BareMetalHost("node1", at: lan["192.168.20.11"], cores: 8, memory: .gib(32), disk: .tib(1))
let node2 = BareMetalHost("node2", at: lan["192.168.20.12"], cores: 8, memory: .gib(32), disk: .tib(1))

let photos = Service("photos", in: node1, "the family's photos") {
  Container("ghcr.io/immich-app/immich-server:v2.3.1", port: 2283)
}
.needs(store)

let ups = UPS("rack-ups", on: store, password: SecretReference("attic/ups", key: "password")) {
  node1
  node2
}

/// A rule of this lab: nothing runs where a power cut ends it without a warning.
let everythingIsFed = Policy(
  "ATTIC001", .error, "every machine is fed by a power supply",
  why: "A machine that loses its power while it writes loses what it wrote.",
  remedy: "Name the machine in the braces of a UPS."
) { lab, rule in
  let fed = Set(lab.all(UPS.self).flatMap { [$0.server.id] + $0.clients.map(\.id) })
  return lab.all((any Machine).self).filter { !fed.contains($0.id) }.map {
    rule.diagnostic(about: $0.id, "\($0.id) has no power supply that would warn it")
  }
}

/// A small lab under the roof, kept safe from power cuts by a system that Rackbook does not ship.
@main struct Attic: Lab {
  var domain: String { "attic.example" }
  var body: [any Component] {
    lan
    store
    node1
    node2
    photos
    ups
    everythingIsFed
    ExtraFile(
      "readme", at: "README.txt", because: "who finds the folder must know what it is",
      text: "The lab under the roof, as built by rackbook.")
    Patch(
      "serial", of: "ansible/ups-rack-ups.yml", because: "one machine after the other",
      .add("/1/serial", 1))
  }
}
