import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0110 = Rule(
  "RB0110", .error, "an address belongs to one thing",
  why: """
    Of two machines with one address each answers now and then, as the switch last heard of it. It looks like a \
    broken cable, and is found with arping, at night.
    """,
  remedy: "Give one of the two a free address, here and on the machine.", waivable: false)

extension Check {
  /// An address belongs to one thing.
  static let addressBelongsToOneThing = Check(
    rb0110,
    bad: {
      .example {
        Example.vm("vault", id: 401, at: "192.168.10.101")
        Example.vm("plex", id: 101, at: "192.168.10.101")
      }
    },
    good: {
      .example {
        Example.vm("vault", id: 401, at: "192.168.10.41")
        Example.vm("plex", id: 101, at: "192.168.10.101")
      }
    },
    findings: { lab in
      var holders: [IPv4Address: ThingID] = [:]
      // A gateway belongs to whoever routes: a router of the lab, or the machine that one runs on.
      let routers = lab.all(Router.self)
      let routed = Set(routers.flatMap(\.routedAddresses).compactMap(\.ip))
      for network in lab.all(Network.self) {
        if let gateway = network.gateway.flatMap({ IPv4Address($0) }), !routed.contains(gateway) {
          holders[gateway] = network.id
        }
      }
      return lab.holdings.compactMap { holding in
        guard let address = holding.address.ip else { return nil }
        guard let first = holders[address] else {
          holders[address] = holding.holder
          return nil
        }
        let what = first.kind == "network" ? "the gateway of \(first)" : "the address of \(first)"
        return rb0110.diagnostic(
          about: holding.holder, "\(address), the address of \(holding.holder), is \(what) too",
          notes: [Diagnostic.Note("\(first) is declared here", about: first)])
      }
    })
}
