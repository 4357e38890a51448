import Diagnostics
import LabLanguage
import LabModel
import Testing

@Suite("Which networks reach each other")
struct RoutingTests {
  @Test("networks with gateways reach each other, one without reaches only itself")
  func gateways() {
    let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
    let home = Network("home", "192.168.1.0/24", gateway: "192.168.1.1")
    let storage = Network("storage", "192.168.2.0/24")
    let routing = Routing(ResolvedLab(name: "lab", domain: "lab.example", listed: [lan, home, storage]))
    #expect(routing.reaches(lan.id, home.id) == true)
    #expect(routing.reaches(lan.id, storage.id) == false)
    #expect(routing.reaches(lan.id, ThingID("network", "other")) == nil)
  }

  @Test("two routers that share no network part what is behind them, and a VPN joins it again")
  func routers() {
    let lan = Network("lan", "192.168.10.0/24", gateway: "192.168.10.1")
    let cabin = Network("cabin", "192.168.50.0/24", gateway: "192.168.50.1")
    let routers: [any Component] = [
      lan, cabin, Router("udm", at: lan["192.168.10.1"]), Router("box", at: cabin["192.168.50.1"]),
    ]
    #expect(
      Routing(ResolvedLab(name: "lab", domain: "lab.example", listed: routers)).reaches(lan.id, cabin.id) == false)
    let family = VPN("family", "10.99.0.0/24") {
      Site("here", at: "10.99.0.1", networks: [lan])
      Site("there", at: "10.99.0.2", networks: [cabin])
    }
    let joined = ResolvedLab(name: "lab", domain: "lab.example", listed: routers + [family])
    #expect(Routing(joined).reaches(lan.id, cabin.id) == true)
  }

  @Test("areas are those that a walk from network to network finds, in 300 random labs")
  func oracle() {
    var random = SplitMix(state: 7)
    for _ in 0..<300 {
      let count = Int(random.next() % 12) + 2
      let networks = (0..<count).map { Network("n\($0)", "10.0.\($0).0/24") }
      let links = (0..<Int(random.next() % 10)).map { _ in
        (Int(random.next() % UInt64(count)), Int(random.next() % UInt64(count)))
      }
      let routers = links.enumerated().map { index, link in
        Router(
          "r\(index)", at: networks[link.0]["10.0.\(link.0).\(index + 1)"],
          networks[link.1]["10.0.\(link.1).\(index + 101)"])
      }
      let routing = Routing(
        ResolvedLab(name: "lab", domain: "lab.example", listed: networks as [any Component] + routers))
      for one in 0..<count {
        var found: Set<Int> = [one]
        var grew = true
        while grew {
          let before = found.count
          for link in links where found.contains(link.0) || found.contains(link.1) {
            found.formUnion([link.0, link.1])
          }
          grew = found.count > before
        }
        for other in 0..<count {
          #expect(routing.reaches(networks[one].id, networks[other].id) == found.contains(other))
        }
      }
    }
  }

  /// The same numbers on every run.
  struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
