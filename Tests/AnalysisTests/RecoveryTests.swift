import Diagnostics
import LabLanguage
import LabModel
import TestNumbers
import Testing

@testable import Analysis

@Suite("Recovery: what is promised against what moving the data takes")
struct RecoveryTests {
  static let lan = Network("lan", "10.0.0.0/16")
  static let node = BareMetalHost("node", at: lan["10.0.0.9"], cores: 8, memory: .gib(32), disk: .tib(1))
  static let tank = Pool("tank", size: .tib(10))
  static let nas = TrueNAS("nas", version: "25.10", at: lan["10.0.0.2"]) { tank }
  static let iscsi = StorageClass("iscsi", on: tank, protocol: .iscsi)
  static let attic = Synology("attic", version: "7.2", at: lan["10.0.0.3"])

  static func lab(_ things: [any Component]) -> ResolvedLab {
    ResolvedLab(name: "lab", domain: "lab.example", listed: [lan, node, nas, iscsi, attic] + things)
  }

  static func service(_ name: String, mib: Int, rto: Int?, to target: any NetworkStorage = attic) -> Service {
    Service(name, in: node) { Volume("data", .mib(mib), on: iscsi) }
      .backedUp(every: .hours(6), keep: .days(7), to: target, rpo: .hours(6), rto: rto.map { .seconds($0) })
  }

  @Test("one after the other from one system: what others need first, then the tightest promise")
  func serial() throws {
    let db = Self.service("db", mib: 3_000, rto: nil)
    let app = Self.service("app", mib: 1_000, rto: 50).needs(db)
    let blog = Self.service("blog", mib: 2_000, rto: 45)
    let recovery = Self.lab([blog, app, db]).recovery
    // 3,000, 1,000 and 2,000 MiB at 100 MiB/s: db must be there by 40 s for app's sake, so it comes first.
    #expect(recovery.entries.map(\.service.name) == ["db", "blog", "app"])
    #expect(recovery.entries.map { $0.rto?.seconds } == [30, 50, 60])
    #expect(recovery.entries.map(\.breaksRTO) == [false, true, true])
    #expect(
      recovery.entries[1].rtoReason
        == "2000 MiB from nas 'attic' at 100 MiB/s take 20 s, after 30 s for 3000 MiB of 1 service before it")
  }

  @Test("several systems are read from at once")
  func parallel() {
    let second = Synology("second", version: "7.2", at: Self.lan["10.0.0.4"]).restoring(at: .mibPerSecond(200))
    let recovery = Self.lab([
      second, Self.service("a", mib: 1_000, rto: 10), Self.service("b", mib: 2_000, rto: 10, to: second),
    ]).recovery
    #expect(recovery.entries.map { $0.rto?.seconds } == [10, 10])
    #expect(recovery.entries.allSatisfy { !$0.breaksRTO })
  }

  @Test("a replica takes over at once, and loses what it is behind")
  func replica() throws {
    let spare = Pool("spare", size: .tib(10))
    let other = Synology("other", version: "7.2", at: Self.lan["10.0.0.5"]) { spare }
    let fast = Pool("fast", size: .tib(10)).replicated(to: spare, every: .minutes(15))
    let main = TrueNAS("main", version: "25.10", at: Self.lan["10.0.0.6"]) { fast }
    let nfs = StorageClass("nfs", on: fast, protocol: .nfs)
    let wiki = Service("wiki", in: Self.node) { Volume("data", .tib(1), on: nfs) }
      .backedUp(every: .days(1), keep: .days(7), to: Self.attic, rpo: .days(1), rto: .minutes(5))
    let entry = try #require(Self.lab([other, main, nfs, wiki]).recovery.entries.first)
    #expect(entry.source == other.id && entry.rpo == .minutes(15) && entry.rto == .seconds(0) && !entry.breaksRTO)
  }

  @Test("a copy that takes longer than its schedule loses more than its schedule says")
  func slowCopies() throws {
    let slow = Synology("slow", version: "7.2", at: Self.lan["10.0.0.7"]).restoring(at: .mibPerSecond(1))
    let entry = try #require(
      Self.lab([slow, Self.service("films", mib: 36_000, rto: nil, to: slow)]).recovery.entries.first)
    #expect(entry.rpo == .hours(10) && entry.breaksRPO)
  }

  @Test("copies that lie with the data bring nothing back, and hold up nobody else")
  func together() {
    let lost = Self.service("lost", mib: 10, rto: 60, to: Self.nas)
    let user = Self.service("user", mib: 1_000, rto: 60).needs(lost)
    let recovery = Self.lab([lost, user]).recovery
    #expect(recovery.entries(of: lost.id).map(\.rto) == [nil])
    #expect(recovery.entries(of: user.id).map { $0.rto?.seconds } == [10])
  }

  @Test("where this order breaks a promise, every order does, on 300 random labs with one system of copies")
  func optimal() {
    var broken = 0
    for seed in 1...300 {
      var numbers = SeededNumbers(seed)
      let count = numbers.int(2...5)
      var services: [Service] = []
      var needs: [[Int]] = []
      for number in 0..<count {
        needs.append((0..<number).filter { _ in numbers.once(in: 3) })
        var service = Self.service("s\(number)", mib: 100 * numbers.int(1...9), rto: numbers.int(5...25))
        for other in needs[number] { service = service.needs(services[other]) }
        services.append(service)
      }
      let breaks = Self.lab(services).recovery.entries.contains { $0.breaksRTO }
      if breaks { broken += 1 }
      let keeps = Self.permutations(Array(0..<count)).contains { order in
        var time = 0
        return order.enumerated().allSatisfy { place, number in
          let size = services[number].volumes[0].size.wholeMiB
          time += size / 100
          guard case .copied(let policy) = services[number].backup, let rto = policy.rto else { return false }
          return needs[number].allSatisfy(order[..<place].contains) && time <= rto.seconds
        }
      }
      #expect(breaks == !keeps, "lab \(seed)")
    }
    #expect((50...250).contains(broken))
  }

  static func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { first in permutations(items.filter { $0 != first }).map { [first] + $0 } }
  }

  @Test("sizes and speeds that nothing has do not overflow")
  func hostile() {
    let still = Synology("still", version: "7.2", at: Self.lan["10.0.0.8"]).restoring(at: .mibPerSecond(0))
    let slow = Synology("slow", version: "7.2", at: Self.lan["10.0.0.7"]).restoring(at: Throughput(bytesPerSecond: 1))
    let recovery = Self.lab([
      still, slow, Self.service("a", mib: .max, rto: 1, to: slow), Self.service("b", mib: .max, rto: 1, to: slow),
      Self.service("c", mib: 1, rto: 1, to: still),
    ]).recovery
    #expect(recovery.entries.count == 3)
  }

  @Test(
    "times are said in two units",
    arguments: [(0, "0 s"), (59, "59 s"), (3_605, "1 h"), (90_061, "1 d 1 h"), (2_048, "34 min 8 s")])
  func spoken(seconds: Int, words: String) {
    #expect(Interval.seconds(seconds).spoken == words)
  }
}
