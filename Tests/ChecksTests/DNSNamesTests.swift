import LabLanguage
import LabModel
import Testing

@testable import Checks

@Suite("Where names lead")
struct DNSNamesTests {
  static let lan = Network("lan", "192.168.10.0/24")
  static let zone = DNSZone("home.lab") {
    DNSRecord("@", .a(lan["192.168.10.1"]))
    DNSRecord("*", .a(lan["192.168.10.250"]))
    DNSRecord("nas", .a(lan["192.168.10.5"], lan["192.168.10.6"]))
    DNSRecord("Photos", .cname("NAS.home.lab"))
    DNSRecord("deep.below", .a(lan["192.168.10.7"]))
    DNSRecord("outside", .cname("www.example.org"))
    DNSRecord("ring", .cname("ring.home.lab"))
  }
  static let names = DNSNames(
    ResolvedLab(
      name: "lab", domain: "lab.example",
      listed: [
        lan, zone, BareMetalHost("web", at: lan["192.168.10.9"], cores: 1, memory: .gib(1), disk: .gib(1)),
      ]))

  private func addresses(_ name: String) -> [String]? {
    guard case .addresses(let addresses, _) = Self.names.answer(to: name) else { return nil }
    return addresses
  }

  @Test(
    "a name leads to its record, over other names, or to the wildcard",
    arguments: [
      ("home.lab", ["192.168.10.1"]), ("nas.home.lab", ["192.168.10.5", "192.168.10.6"]),
      ("photos.home.lab", ["192.168.10.5", "192.168.10.6"]), ("PHOTOS.HOME.LAB", ["192.168.10.5", "192.168.10.6"]),
      ("any.home.lab", ["192.168.10.250"]), ("a.b.home.lab", ["192.168.10.250"]),
      ("deep.below.home.lab", ["192.168.10.7"]),
    ])
  func leads(name: String, expected: [String]) {
    #expect(addresses(name) == expected)
  }

  @Test(
    "a wildcard answers for no name that exists or stands below one that does",
    arguments: ["below.home.lab", "other.below.home.lab", "x.nas.home.lab", "ring.home.lab", "nas.example.org", ""])
  func nowhere(name: String) {
    #expect(addresses(name) == nil)
  }

  @Test("machines of the lab's own domain are known, and a name outside is somebody else's")
  func others() {
    #expect(Self.names.has("web.lab.example"))
    #expect(!Self.names.has("db.lab.example"))
    guard case .elsewhere = Self.names.answer(to: "outside.home.lab") else {
      Issue.record("outside.home.lab leads out of the lab")
      return
    }
    #expect(Self.names.rings == [["ring.home.lab", "ring.home.lab"]])
  }

  @Test("a ring of a thousand names is found once, without a deep stack")
  func longRing() {
    let zone = DNSZone("home.lab") {
      for index in 0..<1000 { DNSRecord("n\(index)", .cname("n\((index + 1) % 1000).home.lab")) }
    }
    let rings = DNSNames(ResolvedLab(name: "lab", domain: "lab.example", listed: [zone])).rings
    #expect(rings.map(\.count) == [1001])
  }
}
