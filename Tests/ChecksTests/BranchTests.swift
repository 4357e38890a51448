import Blueprint
import Diagnostics
import LabLanguage
import LabModel
import Testing

@testable import Checks

@Suite("Checks, branch by branch")
struct BranchTests {
  /// A way to break a rule beside the one in its bad example.
  struct Way: Sendable, CustomTestStringConvertible {
    let code: String
    let message: String
    let lab: @Sendable () -> ResolvedLab
    var testDescription: String { "\(code): \(message)" }

    init(_ code: String, _ message: String, _ lab: @escaping @Sendable () -> ResolvedLab) {
      self.code = code
      self.message = message
      self.lab = lab
    }
  }

  static let ways: [Way] = [
    Way("RB0005", "'My Lab' is no DNS label and so no name for a lab") {
      ResolvedLab(name: "My Lab", domain: "lab.example", listed: [])
    },
    Way("RB0005", "'root user' is no account name on Linux") {
      ResolvedLab(name: "lab", domain: "lab.example", operatorAccount: "root user", listed: [])
    },
    Way("RB0005", "'1ops' is no account name on Linux") {
      ResolvedLab(name: "lab", domain: "lab.example", operatorAccount: "1ops", listed: [])
    },
    Way("RB0003", "pool 'a/b': a pool's name has letters, digits, dots, hyphens and underscores only") {
      .bare { Synology("nas", version: "7.2", at: Example.lan["192.168.10.9"]) { Pool("a/b", size: .gib(1)) } }
    },
    Way("RB0101", "'lan' is no IPv4 network in CIDR notation") { .bare { Network("lan", "lan") } },
    Way("RB0101", "'10.0.0.0/33' is no IPv4 network in CIDR notation") { .bare { Network("lan", "10.0.0.0/33") } },
    Way("RB0102", "10.9.0.0/16 of network 'inner' overlaps 10.0.0.0/8 of network 'outer'") {
      .bare {
        Network("outer", "10.0.0.0/8")
        Network("between", "192.168.0.0/24")
        Network("inner", "10.9.0.0/16")
      }
    },
    Way("RB0103", "'router', the gateway of network 'lan', is no IPv4 address") {
      .bare { Network("lan", "10.0.0.0/24", gateway: "router") }
    },
    Way("RB0103", "10.0.0.255, the gateway of network 'lan', is its broadcast address") {
      .bare { Network("lan", "10.0.0.0/24", gateway: "10.0.0.255") }
    },
    Way("RB0105", "0 is no VLAN tag: those are 1 to 4094") { .bare { Network("lan", "10.0.0.0/24", vlan: 0) } },
    Way("RB0107", "'192.168.10.07', the address of vm 'web', is no IPv4 address") {
      .example { Example.vm("web", id: 131, at: "192.168.10.07") }
    },
    Way("RB0109", "192.168.10.0, the address of vm 'web', is the network address of network 'lan'") {
      .example { Example.vm("web", id: 131, at: "192.168.10.0") }
    },
    Way("RB0110", "192.168.10.1, the address of vm 'web', is the gateway of network 'lan' too") {
      .example { Example.vm("web", id: 131, at: "192.168.10.1") }
    },
    Way("RB0112", "'x' is no IPv4 address (DHCP range 'DHCP' of network 'lan')") {
      .bare { Network("lan", "10.0.0.0/24") { DHCP(from: "x", to: "10.0.0.9") } }
    },
    Way("RB0112", "10.0.1.9 is outside network 'lan' (10.0.0.0/24) (reserved range 'spare' of network 'lan')") {
      .bare { Network("lan", "10.0.0.0/24") { Reserved("spare", from: "10.0.0.9", to: "10.0.1.9") } }
    },
    Way("RB0203", "vm 'web' has no disk") {
      .example { Example.vm("web", id: 131, at: "192.168.10.31", disk: .gib(0)) }
    },
    Way("RB0401", "nginx has no tag, which means 'latest'") {
      .example { Service("web", in: Example.node) { Container("nginx", port: 80) } }
    },
    Way("RB0405", "the backup of service 'mealie' has no interval") {
      .example { Service.stateful.backedUp(every: .hours(0), keep: .days(1), to: Example.synology) }
    },
    Way("RB0407", "0 is no port: those are 1 to 65535") {
      .exposed { $0.exposed(at: "web.lab.example", through: $1, port: 0, nodePort: 30080) }
    },
    Way("RB0409", "80/tcp of host 'node' is taken twice: service 'web', service 'blog'") {
      .example {
        Service("web", in: Example.node) { Container("nginx:1.28.0", port: 80) }
        Service("blog", in: Example.node) { Container("ghost:5.120.0", port: 80) }
      }
    },
    Way("RB0412", "'My Data' is no DNS label and so no name for a volume") {
      .example {
        Service("web", in: Example.node) { Volume("My Data", .gib(1), on: Example.iscsi) }
          .notBackedUp(because: "an example")
      }
    },
    Way("RB0501", "pool 'tank' is in nas 'truenas' and nas 'other'") {
      .example { Synology("other", version: "7.2", at: Example.lan["192.168.10.26"]) { Example.tank } }
    },
    Way("RB0504", "pool 'empty' has no size") {
      .bare { Synology("nas", version: "7.2", at: Example.lan["192.168.10.9"]) { Pool("empty", size: .gib(0)) } }
    },
    Way("RB0601", "192.168.10.245 of vip 'guacamole' can be held by one machine only") {
      .vip(between: [Example.vm("guac1", id: 131, at: "192.168.10.31")])
    },
    Way("RB0803", "'2 bad' of service 'mealie' is no name for an alert") { .alert("2 bad") },
  ]

  @Test("a rule is broken in every way it names, in these words", arguments: ways)
  func broken(way: Way) throws {
    let check = try #require(checks.first { $0.rule.code == way.code })
    #expect(check.findings(way.lab()).map(\.message) == [way.message])
  }

  @Test("the path of a ring is printed whole")
  func ring() {
    let node = Example.node
    let findings = Check.dependenciesFormNoRing.findings(
      .example {
        Service("a", in: node).needs(Service("b", in: node))
        Service("b", in: node).needs(Service("c", in: node))
        Service("c", in: node).needs(Service("a", in: node))
      })
    #expect(
      findings.map(\.message) == ["service 'a' depends on itself: service a -> service b -> service c -> service a"])
    #expect(findings.flatMap(\.notes).count == 2)
  }

  @Test("a thing that is used and not listed comes with the name that was meant")
  func nearMiss() throws {
    let misspelt = StorageClass("iscsy", on: Example.tank, protocol: .iscsi)
    let lab = ResolvedLab.example {
      Service("web", in: Example.node) { Volume("data", .gib(1), on: misspelt) }.notBackedUp(because: "an example")
    }
    let finding = try #require(Check.usedThingIsListed.findings(lab).first)
    #expect(finding.message == "storage-class 'iscsy' is used by service 'web' and not listed in the lab")
    #expect(finding.solutions.first == "did you mean 'iscsi'?")
  }

  @Test("a volume that several services share counts once")
  func sharedVolume() {
    let films = Volume("films", .tib(6), on: Example.iscsi).notBackedUp(because: "an example")
    let lab = ResolvedLab.example {
      Service("plex", in: Example.node) { films }
      Service("radarr", in: Example.node) { films }
    }
    #expect(Check.promisesFitPool.findings(lab).isEmpty)
  }

  @Test(
    "an image's name is taken apart as a registry does it",
    arguments: [
      ("nginx", "nginx", nil), ("nginx:1.28", "nginx", "1.28"), ("localhost:5000/a/b", "localhost:5000/a/b", nil),
      ("localhost:5000/a/b:v1", "localhost:5000/a/b", "v1"), ("Registry.example/a:v1", "Registry.example/a", "v1"),
    ] as [(String, String, String?)])
  func image(text: String, name: String, tag: String?) throws {
    let image = try #require(ImageReference(text))
    #expect(image.name == name && image.tag == tag && image.digest == nil)
  }

  @Test(
    "what is no image's name is refused",
    arguments: [
      "", ":v1", "a:", "a:-b", "A/b:v1/c", "nginx:v 1", "nginx@", "nginx@sha256:12", "nginx@@x", "a//b", "Nginx",
      "a:b:c",
    ])
  func noImage(text: String) {
    #expect(ImageReference(text) == nil)
  }
}
