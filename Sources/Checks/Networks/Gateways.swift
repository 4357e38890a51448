import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0136 = Rule(
  "RB0136", .error, "a gateway lies in no range that is handed out",
  why: """
    The DHCP server or the cluster gives the router's address to somebody, and from then on everybody's packets leave \
    for that somebody.
    """,
  remedy: "Begin the range after the gateway, here and where it is configured.")

private let rb0137 = Rule(
  "RB0137", .error, "a gateway is an address of a router",
  why: "Machines send to it whatever is not for their own network. Where nothing holds it, they reach nothing else.",
  remedy: "Add the address to the `Router` that holds it, or write the address that the router has.")

private let rb0150 = Rule(
  "RB0150", .error, "a route leads away, over a neighbour",
  why: """
    A router hands a packet to somebody on its own wire. A neighbour that is not there, or a destination that is the \
    network itself, makes packets run in a circle until they are thrown away.
    """,
  remedy: """
    Write the destination in CIDR notation, and as the neighbour an address of this network that is not its gateway.
    """, waivable: false)

private let rb0151 = Rule(
  "RB0151", .error, "a destination has one route",
  why: "Of two routes to the same addresses the router takes one, or both in turn, and only one of them arrives.",
  remedy: "Remove one of the two.", waivable: false)

private let rb0152 = Rule(
  "RB0152", .warning, "the interfaces of a machine lie on different networks",
  why: """
    With two interfaces on one network Linux answers for both on either, and sends through the first. The second one \
    carries nothing, and unplugging the first stops both.
    """,
  remedy: "Take the second interface to another network, or bond the two and declare one.")

private let rb0153 = Rule(
  "RB0153", .warning, "the first interface of a machine leads out where another one could",
  why: """
    A machine has one default route, through the gateway of its first network. Where that has none, the machine reaches \
    its neighbours only: no package, no image, no time.
    """,
  remedy: "Give `at:` the address on the network with the gateway, and the other one to a `NIC`.")

extension Check {
  /// A gateway lies in no range that is handed out.
  static let gatewayIsNotHandedOut = Check(
    rb0136,
    bad: { .lan { DHCP(from: "192.168.10.1", to: "192.168.10.99") } },
    good: { .lan { DHCP(from: "192.168.10.2", to: "192.168.10.99") } },
    findings: { lab in
      let networks = Dictionary(
        lab.all(Network.self).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return lab.handedOut.compactMap { range, owner in
        guard range.use != .reserved, let network = networks[range.network],
          let gateway = network.gateway.flatMap({ IPv4Address($0) }), range.contains(gateway)
        else { return nil }
        return rb0136.diagnostic(
          about: owner, at: range.declared,
          "\(gateway), the gateway of \(network.id), lies in the \(range.use.rawValue) '\(range.name)' of \(owner)")
      }
    })

  /// A gateway is an address of a router, where the lab lists its routers.
  static let gatewayIsHeld = Check(
    rb0137,
    bad: { .example { Router("udm", at: Example.lan["192.168.10.254"]) } },
    good: { .example { Router("udm", at: Example.lan["192.168.10.1"]) } },
    findings: { lab in
      let routers = lab.all(Router.self)
      guard !routers.isEmpty else { return [] }
      var held: [ThingID: [IPv4Address]] = [:]
      for address in routers.flatMap(\.routedAddresses) {
        if let ip = address.ip { held[address.network, default: []].append(ip) }
      }
      return lab.all(Network.self).compactMap { network in
        // A network that no router is on may belong to one that the lab does not list.
        guard let gateway = network.gateway.flatMap({ IPv4Address($0) }), let there = held[network.id],
          !there.contains(gateway)
        else { return nil }
        return rb0137.diagnostic(
          about: network.id, "\(gateway), the gateway of \(network.id), is held by no router of the lab",
          solutions: there.sorted().prefix(1).map { "the router there has \($0)" })
      }
    })

  /// A route leads away, over a neighbour.
  static let routeLeadsAway = Check(
    rb0150,
    bad: { .lan { Route(to: "192.168.50.0/24", via: "192.168.50.1") } },
    good: { .lan { Route(to: "192.168.50.0/24", via: "192.168.10.5") } },
    findings: { lab in
      lab.all(Network.self).flatMap { network in
        network.routes.compactMap { route in
          problem(of: route, in: network).map { problem in
            let hasHostBits = route.destination.map { $0.description != route.destinationText } ?? false
            return rb0150.diagnostic(
              about: network.id, at: route.declared, problem,
              fixes: hasHostBits
                ? route.destination.map { [.firstAddress(of: $0, written: route.destinationText)] } ?? [] : [])
          }
        }
      }
    })

  private static func problem(of route: Route, in network: Network) -> String? {
    guard let destination = route.destination, destination.description == route.destinationText else {
      return "'\(route.destinationText)' is no IPv4 network in CIDR notation"
    }
    guard let cidr = network.cidr else { return nil }
    if destination.overlaps(cidr), destination.prefix >= cidr.prefix {
      return "\(destination) is \(network.id) itself (\(cidr))"
    }
    guard let neighbour = IPv4Address(route.gateway) else { return "'\(route.gateway)' is no IPv4 address" }
    if !cidr.contains(neighbour) {
      return "\(neighbour), the way to \(destination), is outside \(network.id) (\(cidr))"
    }
    return network.gateway == route.gateway
      ? "\(neighbour), the way to \(destination), is the gateway of \(network.id) itself" : nil
  }

  /// A destination has one route.
  static let routeIsOnlyOne = Check(
    rb0151,
    bad: {
      .lan {
        Route(to: "192.168.50.0/24", via: "192.168.10.5")
        Route(to: "192.168.50.0/24", via: "192.168.10.6")
      }
    },
    good: {
      .lan {
        Route(to: "192.168.50.0/24", via: "192.168.10.5")
        Route(to: "192.168.60.0/24", via: "192.168.10.6")
      }
    },
    findings: { lab in
      lab.all(Network.self).flatMap { network in
        var first: [IPv4Network: Route] = [:]
        return network.routes.compactMap { route -> Diagnostic? in
          guard let destination = route.destination, let earlier = first.updateValue(route, forKey: destination) else {
            return nil
          }
          return rb0151.diagnostic(
            about: network.id, at: route.declared,
            "\(destination) is reached via \(route.gateway) and via \(earlier.gateway)",
            notes: [Diagnostic.Note("the other route is here", about: network.id, at: earlier.declared)])
        }
      }
    })

  /// The interfaces of a machine lie on different networks.
  static let interfacesStandApart = Check(
    rb0152,
    bad: {
      .example {
        Example.storage
        Example.machine("nas", at: Example.lan["192.168.10.5"]) { NIC(Example.lan["192.168.10.6"]) }
      }
    },
    good: {
      .example {
        Example.storage
        Example.machine("nas", at: Example.lan["192.168.10.5"]) { NIC(Example.storage["192.168.2.6"]) }
      }
    },
    findings: { lab in
      lab.things.flatMap { thing in
        var seen: [ThingID: NetworkInterface] = [:]
        return thing.interfaces.compactMap { interface -> Diagnostic? in
          guard let first = seen.updateValue(interface, forKey: interface.network) else { return nil }
          return rb0152.diagnostic(
            about: thing.id, at: interface.declared,
            "\(first.name) and \(interface.name) of \(thing.id) are both on \(interface.network)")
        }
      }
    })

  /// The first interface of a machine leads out where another one could.
  static let firstInterfaceLeadsOut = Check(
    rb0153,
    bad: {
      .example {
        Example.storage
        Example.machine("web", at: Example.storage["192.168.2.5"]) { NIC(Example.lan["192.168.10.5"]) }
      }
    },
    good: {
      .example {
        Example.storage
        Example.machine("web", at: Example.lan["192.168.10.5"]) { NIC(Example.storage["192.168.2.5"]) }
      }
    },
    findings: { lab in
      lab.all((any Machine).self).compactMap { machine in
        guard let first = machine.interfaces.first, let network: Network = lab.thing(first.network),
          network.gateway == nil,
          let other = machine.interfaces.dropFirst().first(where: { interface in
            lab.thing(interface.network, as: Network.self)?.gateway != nil
          })
        else { return nil }
        return rb0153.diagnostic(
          about: machine.id, "\(machine.id) is first on \(network.id), which has no gateway, then on \(other.network)",
          notes: [Diagnostic.Note("\(network.id) is declared here", about: network.id)])
      }
    })
}
