import Blueprint
import Diagnostics
import LabLanguage
import LabModel
import Testing

@testable import Checks

@Suite("Rules on networks, branch by branch")
struct NetworkBranchTests {
  static let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
  static let metal = BareMetalHost("metal", at: lan["192.168.10.5"], cores: 4, memory: .gib(8), disk: .tib(1))

  static func zone(@Parts<DNSRecord> _ records: () -> [DNSRecord]) -> ResolvedLab {
    .bare {
      lan
      DNSZone("home.lab", records: records)
    }
  }

  static func vpn(mtu: Int = 1420, path: Int = 1500, @Parts<Site> _ sites: () -> [Site]) -> ResolvedLab {
    .bare {
      lan
      metal
      VPN("family", "10.99.0.0/24", mtu: mtu, pathMTU: path, sites: sites)
    }
  }

  static let ways: [BranchTests.Way] = [
    .init("RB0120", "224.0.0.0/24 of network 'lan' lies in 224.0.0.0/4: multicast") {
      .bare { Network("lan", "224.0.0.0/24") }
    },
    .init("RB0120", "0.0.0.0/0 of network 'lan' lies in 0.0.0.0/8: this network") {
      .bare { Network("lan", "0.0.0.0/0") }
    },
    .init("RB0124", "every address of network 'lan' (10.0.0.0/29) is held, handed out or kept free") {
      .bare {
        Network("lan", "10.0.0.0/29", gateway: "10.0.0.6") {
          DHCP(from: "10.0.0.1", to: "10.0.0.3")
          Reserved("spare", from: "10.0.0.3", to: "10.0.0.5")
        }
      }
    },
    .init("RB0128", "an MTU of 9500 for network 'lan' is above 9216") {
      .bare { Network("lan", "10.0.0.0/24", mtu: 9500) }
    },
    .init("RB0132", "clients of network 'lan' are told an MTU of 9000, and it has 1500") {
      .bare { Network("lan", "10.0.0.0/24") { DHCP(from: "10.0.0.9", to: "10.0.0.10", mtu: 9000) } }
    },
    .init("RB0150", "'x' is no IPv4 network in CIDR notation") {
      .bare { Network("lan", "10.0.0.0/24", gateway: "10.0.0.1") { Route(to: "x", via: "10.0.0.2") } }
    },
    .init("RB0150", "10.0.0.128/25 is network 'lan' itself (10.0.0.0/24)") {
      .bare { Network("lan", "10.0.0.0/24") { Route(to: "10.0.0.128/25", via: "10.0.0.2") } }
    },
    .init("RB0150", "10.0.0.1, the way to 10.1.0.0/24, is the gateway of network 'lan' itself") {
      .bare { Network("lan", "10.0.0.0/24", gateway: "10.0.0.1") { Route(to: "10.1.0.0/24", via: "10.0.0.1") } }
    },
    .init("RB0140", "192.168.10.255, a server of network 'lan', is the broadcast address of network 'lan'") {
      .bare { Network("lan", "192.168.10.0/24", dns: ["192.168.10.255"]) }
    },
    .init("RB0145", "'1.2.3.400', a time server of network 'lan', is neither an address nor a DNS name") {
      .bare { Network("lan", "192.168.10.0/24", gateway: "192.168.10.1", ntp: ["1.2.3.400"]) }
    },
    .init("RB0212", "00:00:00:00:00:00 of host 'zero' is nobody's address") {
      .bare {
        lan
        BareMetalHost(
          "zero", at: lan["192.168.10.6"], cores: 1, memory: .gib(1), disk: .gib(9), mac: "00:00:00:00:00:00")
      }
    },
    .init("RB0160", "0 at vmbr0 of host 'pve' is no VLAN tag: those are 1 to 4094") {
      .bare {
        lan
        ProxmoxHost("pve", at: lan["192.168.10.2"], cores: 4, memory: .gib(8)) { Bridge("vmbr0", nativeVLAN: 0) }
      }
    },
    .init("RB0180", "'a.*' is no name in dns-zone 'home.lab'") {
      zone { DNSRecord("a.*", .a(lan["192.168.10.5"])) }
    },
    .init("RB0182", "home.lab is the zone itself, and leads to another name") {
      zone { DNSRecord("@", .cname("www.example.org")) }
    },
    .init("RB0183", "a.home.lab leads back to itself: a.home.lab -> a.home.lab") {
      zone { DNSRecord("a", .cname("a.home.lab")) }
    },
    .init("RB0192", "'x' of a.home.lab is no IPv4 address") { zone { DNSRecord("a", .a("x")) } },
    .init("RB0192", "'not a name', where a.home.lab leads, is no DNS name") {
      zone { DNSRecord("a", .cname("not a name")) }
    },
    .init("RB0189", "lab.local, the lab's domain, ends in .local") {
      ResolvedLab(name: "lab", domain: "lab.local", listed: [])
    },
    .init("RB0193", "'cabin', behind site 'cabin', is no IPv4 network in CIDR notation") {
      vpn {
        Site("home", at: "10.99.0.1", endpoint: "vpn.example.org")
        Site("cabin", at: "10.99.0.2", lans: ["cabin"])
      }
    },
    .init("RB0198", "an MTU of 1440 for vpn 'family', and its way carries 1492") {
      vpn(mtu: 1440, path: 1492) {
        Site("home", at: "10.99.0.1", endpoint: "vpn.example.org")
        Site("cabin", at: "10.99.0.2")
      }
    },
    .init("RB0110", "10.99.0.1, the address of site 'cabin', is the address of site 'home' too") {
      vpn {
        Site("home", at: "10.99.0.1", endpoint: "vpn.example.org")
        Site("cabin", at: "10.99.0.1")
      }
    },
    .init("RB0409", "51820/udp of host 'metal' is taken twice: WireGuard of site 'home', WireGuard of site 'other'") {
      vpn {
        Site("home", at: "10.99.0.1", on: metal, endpoint: "vpn.example.org")
        Site("other", at: "10.99.0.2", on: metal)
      }
    },
    .init("RB0440", "'https://git.example.org' of git-repository 'ops' is no address of a repository") {
      .bare { GitRepository("ops", at: "https://git.example.org") }
    },
  ]

  @Test("a rule is broken in every way it names, in these words", arguments: ways)
  func broken(way: BranchTests.Way) throws {
    let check = try #require(checks.first { $0.rule.code == way.code })
    #expect(check.findings(way.lab()).map(\.message) == [way.message])
  }

  @Test("what a machine routes for others is no clash with the gateway, whatever kind of router it is")
  func routers() {
    let firewall = BareMetalHost("firewall", at: Self.lan["192.168.10.1"], cores: 2, memory: .gib(4), disk: .gib(32))
    let labs: [ResolvedLab] = [
      .bare {
        Self.lan
        firewall
        Router("edge", on: firewall)
      },
      .bare {
        Self.lan
        Router("udm", at: Self.lan["192.168.10.1"])
      },
    ]
    for lab in labs { #expect(checks.flatMap { $0.findings(lab) }.map(\.message) == []) }
  }

  @Test("a slip in a MAC address comes with the one that was meant")
  func meantMAC() throws {
    let lab = ResolvedLab.bare {
      Self.lan
      BareMetalHost(
        "web", at: Self.lan["192.168.10.6"], cores: 1, memory: .gib(1), disk: .gib(9), mac: "bc-24-11-00-00-0a")
    }
    let fix = try #require(Check.macCanBeRead.findings(lab).first?.fixes.first)
    #expect(fix.text == "\"bc-24-11-00-00-0a\"" && fix.replacement == "\"BC:24:11:00:00:0A\"")
  }

  @Test("hostile texts and numbers in every word are told of, and stop nothing")
  func hostile() {
    let texts = ["", "\u{0}", "....", "999.999.999.999/99", "*", String(repeating: "a.", count: 4000), "-1", "💥"]
    for text in texts {
      let net = Network(
        "lan", text, vlan: .min, gateway: text, dns: [text], ntp: [text], searchDomains: [text], mtu: .max, bridge: text
      ) {
        DHCP(from: text, to: text, gateway: text, dns: [text], mtu: .min)
        MetalLBPool(text, from: text, to: text, announcedBy: .bgp)
        Route(to: text, via: text)
      }
      let host = ProxmoxHost("pve", at: net[text], cores: .max, memory: .gib(.max)) {
        Bridge(text, at: net[text], vlans: [.min, .max], nativeVLAN: .max, mtu: .min)
      }
      let machine = BareMetalHost(text, at: net[text], cores: .min, memory: .gib(0), disk: .gib(0), mac: text) {
        NIC(net[text], mac: text, mtu: .max)
      }
      let cluster = ExampleCluster(of: [machine], pods: text, services: text)
      let lab = ResolvedLab.bare {
        net
        host
        machine
        cluster
        Router("router", at: net[text], net[text])
        BGPPeer("peer", of: cluster, at: net[text], asn: .max, localASN: .min, holdTime: .seconds(.max))
        DNSZone(text) {
          DNSRecord(text, .cname(text))
          DNSRecord("*", .a(text))
          DNSRecord("@", .a(net[text]))
        }
        VPN("vpn", text, mtu: .min, pathMTU: .min) { Site(text, at: text, port: .min, networks: [net], lans: [text]) }
        GitRepository("git", at: text, knownHosts: text)
      }
      #expect(checks.flatMap { $0.findings(lab) }.contains { $0.severity == .error })
    }
  }
}
