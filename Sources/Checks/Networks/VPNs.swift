import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0193 = Rule(
  "RB0193", .error, "what is behind a site is written as networks",
  why: "WireGuard drops host bits in silence, and then sends less, or more, through the tunnel than was meant.",
  remedy: "Write the network's first address and its length: `192.168.50.0/24`.", waivable: false)

private let rb0194 = Rule(
  "RB0194", .error, "the networks behind two sites share no address",
  why: """
    An address belongs to one peer (WireGuard's AllowedIPs): the last site that names it takes it from the others. Two \
    homes with 192.168.1.0/24 cannot be joined.
    """,
  remedy: "Renumber one of the two; every router's factory setting is a bad choice for a network that is to be joined.")

private let rb0195 = Rule(
  "RB0195", .error, "a network behind a site is not also somewhere else in the lab",
  why:
    "A machine sends to its own network directly and never into the tunnel: the site's half of the addresses is lost.",
  remedy: "Renumber the one or the other; where the lab's own network is meant, write `networks:` instead of `lans:`.")

private let rb0196 = Rule(
  "RB0196", .error, "answers find their way back into the tunnel",
  why: """
    A machine answers through its gateway. Where that does not know the way to the other site, questions arrive and \
    answers end at the provider: one-way traffic, the hardest kind to find.
    """,
  remedy: "Write `Route(to:via:)` in the network, and set it on its router; or end the tunnel on the gateway itself.")

private let rb0197 = Rule(
  "RB0197", .error, "a site of a VPN can be called",
  why: "WireGuard has no middleman. With nobody to call, nobody begins, and the tunnel stays silent.",
  remedy: "Write `endpoint:` at one site at least: a name or an address that the others reach.")

private let rb0198 = Rule(
  "RB0198", .error, "packets of a VPN fit those that carry them",
  why: """
    WireGuard adds 60 bytes over IPv4 and 80 over IPv6. Larger packets are cut in two on the way or thrown away: pages \
    load half.
    """,
  remedy: "Leave `mtu:` out for 1420, or write 80 less than the way carries; 1412 over PPPoE.")

private let rb0199 = Rule(
  "RB0199", .error, "a VPN joins two sites at least, each once",
  why: "A tunnel with one end carries nothing.",
  remedy: "List the other site in its braces.", waivable: false)

extension Check {
  /// What is behind a site is written as networks.
  static let siteNamesNetworks = Check(
    rb0193,
    bad: {
      .sites {
        Example.home
        Site("cabin", at: "10.99.0.2", lans: ["192.168.50.1/24"])
      }
    },
    good: {
      .sites {
        Example.home
        Site("cabin", at: "10.99.0.2", lans: ["192.168.50.0/24"])
      }
    },
    findings: { lab in
      lab.all(Site.self).flatMap { site in
        site.lans.compactMap { text -> Diagnostic? in
          let network = IPv4Network(text)
          if let network, network.description == text { return nil }
          return rb0193.diagnostic(
            about: site.id, "'\(text)', behind \(site.id), is no IPv4 network in CIDR notation",
            fixes: network.map { [.firstAddress(of: $0, written: text)] } ?? [])
        }
      }
    })

  /// The networks behind two sites share no address.
  static let sitesStandApart = Check(
    rb0194,
    bad: {
      .sites {
        Example.home
        Example.cabin
        Site("parents", at: "10.99.0.3", lans: ["192.168.50.0/24"])
      }
    },
    good: {
      .sites {
        Example.home
        Example.cabin
        Site("parents", at: "10.99.0.3", lans: ["192.168.60.0/24"])
      }
    },
    findings: { lab in
      lab.all(VPN.self).flatMap { vpn -> [Diagnostic] in
        let all = lab.networks(behind: vpn).sorted {
          ($0.cidr.address, $0.cidr.prefix) < ($1.cidr.address, $1.cidr.prefix)
        }
        var findings: [Diagnostic] = []
        var widest: SiteNetwork?
        for network in all {
          if let widest, widest.site != network.site, widest.cidr.overlaps(network.cidr) {
            findings.append(
              rb0194.diagnostic(
                about: network.site,
                "\(network.cidr) behind \(network.site) overlaps \(widest.cidr) behind \(widest.site)",
                notes: [Diagnostic.Note("\(widest.site) is declared here", about: widest.site)]))
          }
          if widest.map({ $0.cidr.broadcast < network.cidr.broadcast }) ?? true { widest = network }
        }
        return findings
      }
    })

  /// A network behind a site is not also somewhere else in the lab.
  static let siteIsNotHere = Check(
    rb0195,
    bad: {
      .sites {
        Example.home
        Site("cabin", at: "10.99.0.2", lans: ["192.168.20.0/24"])
      }
    },
    good: {
      .sites {
        Example.home
        Site("cabin", at: "10.99.0.2", lans: ["192.168.50.0/24"])
      }
    },
    findings: { lab in
      let networks = lab.networksByAddress
      return lab.all(VPN.self).flatMap { vpn in
        // What is behind another site of this VPN is told as that.
        let behind = Set(vpn.sites.flatMap(\.networks))
        return vpn.sites.flatMap { site in
          site.lans.compactMap { IPv4Network($0) }.flatMap { lan in
            networks.values(overlapping: lan.bounds).filter { !behind.contains($0.id) }.map { network in
              rb0195.diagnostic(
                about: site.id, "\(lan) behind \(site.id) overlaps \(network.cidrText) of \(network.id)",
                notes: [Diagnostic.Note("\(network.id) is declared here", about: network.id)])
            }
          }
        }
      }
    })

  /// Answers find their way back into the tunnel.
  static let answersReturn = Check(
    rb0196,
    bad: { gateway {} },
    good: { gateway { Route(to: "192.168.50.0/24", via: "192.168.10.5") } },
    findings: { lab in
      lab.all(VPN.self).flatMap { vpn in
        vpn.sites.flatMap { site in
          site.networks.compactMap { id -> Diagnostic? in
            guard site.machine != nil, let network: Network = lab.thing(id),
              let own = site.machineAddresses.first(where: { $0.network == id }), network.gateway != own.text,
              let gateway = network.gateway
            else { return nil }
            let far = lab.networks(behind: vpn).filter { $0.site != site.id && !$0.isIn(network) }
            let missing = far.first { target in !network.routes.contains { $0.leads(to: target.cidr, via: own.text) } }
            guard let missing else { return nil }
            return rb0196.diagnostic(
              about: site.id,
              "\(gateway), the gateway of \(id), has no route to \(missing.cidr) behind \(missing.site) via \(own.text)",
              notes: [Diagnostic.Note("\(id) is declared here", about: id)],
              solutions: ["write Route(to: \"\(missing.cidr)\", via: \"\(own.text)\") in \(id)"])
          }
        }
      }
    })

  /// A site of a VPN can be called.
  static let siteCanBeCalled = Check(
    rb0197,
    bad: {
      .sites {
        Site("home", at: "10.99.0.1", networks: [Example.lan])
        Example.cabin
      }
    },
    good: {
      .sites {
        Site("home", at: "10.99.0.1", endpoint: "vpn.example.org", networks: [Example.lan])
        Example.cabin
      }
    },
    findings: { lab in
      lab.all(VPN.self).filter { vpn in !vpn.sites.isEmpty && vpn.sites.allSatisfy { $0.endpoint == nil } }.map { vpn in
        rb0197.diagnostic(about: vpn.id, "no site of \(vpn.id) has an endpoint")
      }
    })

  /// Packets of a VPN fit those that carry them.
  static let tunnelFitsPath = Check(
    rb0198,
    bad: {
      .sites(mtu: 1500) {
        Example.home
        Example.cabin
      }
    },
    good: {
      .sites(mtu: 1420) {
        Example.home
        Example.cabin
      }
    },
    findings: { lab in
      lab.all(VPN.self).filter { $0.tunnel.mtu > max($0.pathMTU, 576) - 60 }.map { vpn in
        rb0198.diagnostic(
          about: vpn.id, "an MTU of \(vpn.tunnel.mtu) for \(vpn.id), and its way carries \(vpn.pathMTU)",
          fixes: [
            Fix(
              "leave room for WireGuard", replace: "mtu: \(vpn.tunnel.mtu)", by: "mtu: \(max(vpn.pathMTU, 576) - 80)")
          ])
      }
    })

  /// A VPN joins two sites at least.
  static let vpnJoinsSites = Check(
    rb0199,
    bad: { .sites { Example.home } },
    good: {
      .sites {
        Example.home
        Example.cabin
      }
    },
    findings: { lab in
      lab.all(VPN.self).filter { Set($0.sites.map(\.id)).count < 2 }.map { vpn in
        rb0199.diagnostic(about: vpn.id, "\(vpn.id) has \(vpn.sites.isEmpty ? "no site" : "one site only")")
      }
    })
}

/// A network behind a site.
private struct SiteNetwork {
  let site: ThingID
  let cidr: IPv4Network

  /// Whether it is a network of the lab.
  func isIn(_ network: Network) -> Bool { network.cidr == cidr }
}

extension Route {
  /// Whether it brings packets for a network to a neighbour.
  fileprivate func leads(to network: IPv4Network, via neighbour: String) -> Bool {
    guard let destination else { return false }
    return gateway == neighbour && destination.contains(network.address) && destination.contains(network.broadcast)
  }
}

extension ResolvedLab {
  /// Everything behind the sites of a VPN, as far as it can be read.
  fileprivate func networks(behind vpn: VPN) -> [SiteNetwork] {
    vpn.sites.flatMap { site in
      (site.lans.compactMap { IPv4Network($0) } + site.networks.compactMap { cidr(of: $0) })
        .map { SiteNetwork(site: site.id, cidr: $0) }
    }
  }
}

/// A lab whose VPN ends on a machine that is not the network's gateway.
private func gateway(@Parts<any NetworkPart> _ parts: () -> [any NetworkPart]) -> ResolvedLab {
  let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1", parts: parts)
  let gateway = Example.machine("gateway", at: lan["192.168.10.5"])
  return .bare {
    lan
    gateway
    VPN("family", "10.99.0.0/24") {
      Site("home", at: "10.99.0.1", on: gateway, endpoint: "vpn.example.org", networks: [lan])
      Example.cabin
    }
  }
}
