import Blueprint
import Diagnostics
import LabLanguage
import LabModel
import Testing

@testable import Checks

@Suite("Fixes of checks")
struct FixTests {
  /// A slip of the pen in a text of a lab.
  struct Slip: Sendable, CustomTestStringConvertible {
    let code: String
    let written: String
    let meant: String
    let lab: @Sendable (String) -> ResolvedLab
    var testDescription: String { "\(code): \(written)" }

    init(_ code: String, _ written: String, _ meant: String, _ lab: @escaping @Sendable (String) -> ResolvedLab) {
      self.code = code
      self.written = written
      self.meant = meant
      self.lab = lab
    }
  }

  static let slips: [Slip] = [
    Slip("RB0003", "My_Web", "my-web") { name in .example { Example.vm(name, id: 131, at: "192.168.10.31") } },
    Slip("RB0101", "10.0.0.9/24", "10.0.0.0/24") { cidr in .bare { Network("lan", cidr) } },
    Slip("RB0145", "pool.ntp.org iburst", "pool.ntp.org") { server in .lan(ntp: [server]) },
    Slip("RB0148", "192.168.10.2", "192.168.10.1") { router in
      .lan { DHCP(from: "192.168.10.60", to: "192.168.10.99", gateway: router) }
    },
    Slip("RB0150", "192.168.50.1/24", "192.168.50.0/24") { destination in
      .lan { Route(to: destination, via: "192.168.10.5") }
    },
    Slip("RB0172", "192.168.10.255", "192.168.10.254") { last in .lan { DHCP(from: "192.168.10.200", to: last) } },
    Slip("RB0180", "My NAS", "my-nas") { name in .zone { DNSRecord(name, .a(Example.lan["192.168.10.5"])) } },
    Slip("RB0193", "192.168.50.1/24", "192.168.50.0/24") { lan in
      .sites {
        Example.home
        Site("cabin", at: "10.99.0.2", lans: [lan])
      }
    },
    Slip("RB0210", "bc-24-11-00-00-0a", "BC:24:11:00:00:0A") { mac in
      .example { Example.vm("web", id: 131, at: "192.168.10.31", mac: mac) }
    },
    Slip("RB0402", "mealie :v2.8.0", "mealie:v2.8.0") { image in
      .example { Service("mealie", in: Example.node) { Container(image, port: 9000) } }
    },
    Slip("RB0411", "https://web.lab.example/", "web.lab.example") { host in
      .exposed { $0.exposed(at: host, through: $1, nodePort: 30080) }
    },
    Slip("RB0412", "My Data", "my-data") { name in
      .example {
        Service("web", in: Example.node) { Volume(name, .gib(1), on: Example.iscsi) }.notBackedUp(because: "an example")
      }
    },
    Slip("RB0440", "git@git.example.org:home/ops.git", "ssh://git@git.example.org/home/ops.git") { url in
      .bare { GitRepository("ops", at: url, knownHosts: "git.example.org ssh-ed25519 AAAA") }
    },
    Slip("RB1104", "My Site", "my-site") { name in .inCluster { Alias(name) } },
  ]

  @Test("what is offered for a text is one other text, with which the lab is in order", arguments: slips)
  func right(slip: Slip) throws {
    let check = try #require(checks.first { $0.rule.code == slip.code })
    let found = check.findings(slip.lab(slip.written))
    #expect(found.flatMap(\.fixes).map(\.text) == ["\"\(slip.written)\""])
    #expect(found.flatMap(\.fixes).map(\.replacement) == ["\"\(slip.meant)\""])
    #expect(checks.flatMap { $0.findings(slip.lab(slip.meant)) }.map(\.message) == [])
  }

  /// Texts for which two people would write different ones.
  static let unclear: [Slip] = [
    Slip("RB0003", "???", "") { name in .example { Example.vm(name, id: 131, at: "192.168.10.31") } },
    Slip("RB0101", "10.0.0.0/33", "") { cidr in .bare { Network("lan", cidr) } },
    Slip("RB0145", "1.2.3.400 iburst", "") { server in .lan(ntp: [server]) },
    Slip("RB0150", "192.168.50.0", "") { destination in .lan { Route(to: destination, via: "192.168.10.5") } },
    Slip("RB0180", "a.b c", "") { name in .zone { DNSRecord(name, .a(Example.lan["192.168.10.5"])) } },
    Slip("RB0402", "mealie::v2.8.0", "") { image in
      .example { Service("mealie", in: Example.node) { Container(image, port: 9000) } }
    },
    Slip("RB0411", "https://web.lab.example/photos", "") { host in
      .exposed { $0.exposed(at: host, through: $1, nodePort: 30080) }
    },
  ]

  @Test("nothing is offered where it would be a guess", arguments: unclear)
  func guess(slip: Slip) throws {
    let check = try #require(checks.first { $0.rule.code == slip.code })
    let found = check.findings(slip.lab(slip.written))
    #expect(!found.isEmpty && found.allSatisfy { $0.fixes.isEmpty })
  }
}
