import Blueprint
import Compiler
import Diagnostics
import LabModel
import Testing

@Suite("A plan tells what a change does")
struct RiskTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var says: String
    var risk: Risk
    var of: ThingID
    var change: @Sendable (inout TestLab) -> Void
    var testDescription: String { says }

    init(
      _ says: String, _ risk: Risk, _ kind: String, _ name: String,
      _ change: @escaping @Sendable (inout TestLab) -> Void
    ) {
      self.says = says
      self.risk = risk
      self.of = ThingID(kind, name)
      self.change = change
    }
  }

  static let cases = [
    Case("memory: 8 GiB -> 16 GiB", .restart, "vm", "web") { $0.memory = .gib(16) },
    Case("cores: 2 -> 4", .restart, "vm", "web") { $0.cores = 4 },
    Case("disk: 64 GiB -> 128 GiB", .none, "vm", "web") { $0.disk = .gib(128) },
    Case("disk: 64 GiB -> 32 GiB", .data, "vm", "web") { $0.disk = .gib(32) },
    Case("VM number: 101 -> 102", .data, "vm", "web") { $0.vmid = 102 },
    Case("host: pve1 -> pve2", .data, "vm", "web") { $0.host = "pve2" },
    Case("template: 9000 on pve1 -> 9001 on pve1", .none, "vm", "web") { $0.template = 9001 },
    Case("datastore: local -> fast", .downtime, "vm", "web") { $0.store = "fast" },
    Case("address: 192.168.10.31 -> 192.168.10.32", .downtime, "vm", "web") { $0.address = "192.168.10.32" },
    Case("VLAN added: 20", .downtime, "vm", "web") { $0.vlan = 20 },
    Case("domain: lab.example -> other.example", .restart, "vm", "web") { $0.domain = "other.example" },
    Case("VIP: 192.168.10.250 -> 192.168.10.251", .downtime, "load-balancer", "edge") { $0.vip = "192.168.10.251" },
    Case("image ghcr.io/mealie-recipes/mealie: 3.5.0 -> 3.6.0", .restart, "service", "mealie") { $0.version = "3.6.0" },
    Case("node port of mealie.lab.example: 30925 -> 30926", .downtime, "service", "mealie") { $0.nodePort = 30926 },
    Case("time that copies are kept: 30d -> 1w", .data, "service", "mealie") { $0.keep = .weeks(1) },
    Case("time that copies are kept: 30d -> 60d", .none, "service", "mealie") { $0.keep = .days(60) },
    Case("time between copies: 6h -> 1d", .data, "service", "mealie") { $0.every = .days(1) },
    Case("time between copies: 6h -> 1h", .none, "service", "mealie") { $0.every = .hours(1) },
    Case("pods, containers, ghcr.io/mealie-recipes/mealie:3.5.0", .restart, "service", "mealie") {
      $0.zone = "Europe/Bern"
    },
  ]

  @Test("value by value", arguments: cases)
  func value(_ example: Case) throws {
    let plan = TestLab().plan(example.change)
    let thing = try #require(plan.things.first { $0.id == example.of }, "\(plan.things.map(\.id))")
    let phrases = thing.changes.map { "\($0.label): \($0.old ?? "") -> \($0.new ?? "")" }
    let text = PlanText(usesColour: false).text(plan)
    #expect(text.contains(example.says), "\(phrases)\n\(text)")
    #expect(thing.risk == example.risk, "\(thing.changes)")
    #expect(thing.kind == .changed)
  }

  @Test("nothing where nothing changes, and where a declaration only moves to another line")
  func nothing() {
    #expect(TestLab().plan { _ in }.isEmpty)
    #expect(TestLab().plan { $0.vmLine = 120 }.isEmpty)
  }

  @Test("what goes is said to go, with what is left behind")
  func removed() throws {
    let plan = TestLab().plan { $0.hasCache = false }
    let thing = try #require(plan.things.first)
    #expect(plan.things.count == 1)
    #expect(thing.kind == .removed)
    #expect(thing.risk == .downtime)
    #expect(thing.leftBehind.joined().contains("backups"))
  }

  @Test("what comes is said to come, and puts nothing at risk")
  func added() throws {
    var before = TestLab()
    before.hasCache = false
    let thing = try #require(before.plan { $0.hasCache = true }.things.first)
    #expect(thing.kind == .added)
    #expect(thing.risk == .none)
  }

  @Test("a new name with the same content is a rename, which tools carry out as delete and create")
  func renamed() throws {
    let plan = TestLab().plan { lab in
      lab.serviceName = "mealie"
      lab.vmName = "www"
    }
    let thing = try #require(plan.things.first { $0.id == ThingID("vm", "www") })
    #expect(thing.kind == .renamed(from: "web"))
    #expect(thing.risk == .data)
    #expect(!plan.things.contains { $0.id == ThingID("vm", "web") })
  }

  @Test("no backup any more is data at risk")
  func noBackup() throws {
    let plan = TestLab().plan { $0.backsUp = false }
    let thing = try #require(plan.things.first { $0.id == ThingID("service", "mealie") })
    #expect(thing.risk == .data)
    #expect(thing.changes.contains { $0.label == "backup" && $0.new == nil })
  }

  @Test("things are grouped by the host or cluster that they run on in the end")
  func grouped() {
    let plan = TestLab().plan { lab in
      lab.memory = .gib(16)
      lab.version = "3.6.0"
    }
    #expect(plan.groups.map(\.id) == [ThingID("host", "pve1")])
    #expect(plan.groups.first?.things.map(\.id) == [ThingID("vm", "web"), ThingID("service", "mealie")])
  }

  @Test("every file that changes stands under the thing whose lines change")
  func files() throws {
    let plan = TestLab().plan { $0.memory = .gib(16) }
    let thing = try #require(plan.things.first)
    #expect(thing.files == ["terraform/test/main.tf.json"])
    #expect(plan.files.map(\.path) == thing.files)
    #expect(plan.files.first?.diff.contains("\"dedicated\": 8192") == true, "\(plan.files)")
    #expect(plan.otherFiles.isEmpty)
  }

  @Test("every kind of resource has a name of its own")
  func kinds() {
    #expect(Set(ResourceKind.all.map(\.name)).count == ResourceKind.all.count)
  }
}
