import Rackbook

// The lab of the rehearsals: three web servers, a database, and what is promised about it.

private let lan = Network("lan", "192.168.77.0/24", gateway: "192.168.77.1", dns: ["192.168.77.1"])

private func machine(_ name: String, _ number: Int) -> BareMetalHost {
  BareMetalHost(name, at: lan["192.168.77.\(number)"], cores: 2, memory: .gib(4), disk: .gib(40))
}

private let web01 = machine("web01", 11)
private let web02 = machine("web02", 12)
private let web03 = machine("web03", 13)
private let web = VIP("web", at: lan["192.168.77.10"], between: web01, web02, web03)

private let db01 = machine("db01", 21)
private let nas = Synology("nas", version: "7.2", at: lan["192.168.77.31"])
private let orders = Service("orders", in: db01, "What customers have ordered") {}
  .backedUp(every: .hours(6), keep: .days(30), to: nas, rpo: .hours(6), rto: .minutes(15))

@main struct Rehearsal: Lab {
  var operatorAccount: String { "root" }
  var body: [any Component] {
    lan
    web01
    web02
    web03
    web
    db01
    nas
    orders
  }
}
