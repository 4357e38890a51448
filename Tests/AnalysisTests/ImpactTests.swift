import Diagnostics
import LabLanguage
import LabModel
import Testing

@testable import Analysis

@Suite("Impact and order in the words of a lab")
struct ImpactTests {
  static let lan = Network("lan", "10.0.0.0/16", dns: ["10.0.3.1"])
  static let pve1 = ProxmoxHost("pve1", at: lan["10.0.1.1"], cores: 8, memory: .gib(64))
  static let pve2 = ProxmoxHost("pve2", at: lan["10.0.1.2"], cores: 8, memory: .gib(64))
  static let tank = Pool("tank", size: .tib(1))
  static let nas = TrueNAS("nas", version: "25.10", at: lan["10.0.0.2"]) { tank }
  static let local = Datastore("local-lvm")
  static let shared = Datastore("shared", on: tank)

  static func vm(_ name: String, on host: ProxmoxHost, at address: String, store: Datastore = local) -> VM {
    VM(
      name, id: 100, on: host, at: lan[address], cores: 1, memory: .gib(1), disk: .gib(10), store: store,
      from: VMTemplate("debian", id: 9000, on: host, operatingSystem: .debian13))
  }

  static let lb1 = vm("lb1", on: pve1, at: "10.0.2.1"), lb2 = vm("lb2", on: pve2, at: "10.0.2.2")
  static let vip = VIP("web", at: lan["10.0.2.9"], between: lb1, lb2)
  static let docker = vm("docker", on: pve1, at: "10.0.3.1", store: shared)
  static let pihole = Service("pihole", in: docker) { Container("pihole/pihole:2025.11.0", ports: [.udp(53)]) }
  static let db = Service("db", in: docker) { Container("postgres:17.6", port: 5432) }
  static let app = Service("app", in: docker) { Container("app:1", port: 80) }.needs(db)

  static let lab = ResolvedLab(
    name: "lab", domain: "lab.example",
    listed: [lan, pve1, pve2, nas, local, shared, lb1, lb2, vip, docker, pihole, db, app])

  /// The lab with another service in the place of its name server.
  static func lab(with pihole: Service) -> ResolvedLab {
    ResolvedLab(name: "lab", domain: "lab.example", listed: lab.things.map { $0.id == pihole.id ? pihole : $0 })
  }

  @Test("an address that moves survives one holder, degraded, and dies with both")
  func group() {
    let one = Self.lab.impact(of: Self.pve1)
    #expect(!one.isDead(Self.vip))
    #expect(one.degrades.first { $0.thing == Self.vip.id }?.loss == "1 of 2 machines that can hold its address")
    #expect(Self.lab.impact(of: Self.lb1, Self.lb2).isDead(Self.vip))
  }

  @Test("a chain of reasons leads from a service to the storage under its machine")
  func path() {
    let path = Self.lab.impact(of: Self.nas).path(to: Self.app.id)
    #expect(
      path.map { "\($0.thing) \($0.words) \($0.cause)" } == [
        "service 'app' runs on vm 'docker'", "vm 'docker' is stored on datastore 'shared'",
        "datastore 'shared' is stored on pool 'tank'", "pool 'tank' is a pool of nas 'nas'",
      ])
  }

  @Test("local disks are a name and no thing that can be lost")
  func localDisks() {
    #expect(Self.lab.impact(of: Self.local).dies.isEmpty)
  }

  @Test("what hangs on two power feeds survives one of them; a switch takes what is plugged into it")
  func carriers() {
    let lab = ResolvedLab(
      name: "lab", domain: "lab.example",
      listed: [
        Self.lan, Self.pve1, Self.pve2, PowerFeed("ups1", feeding: Self.pve1, Self.pve2),
        PowerFeed("ups2", feeding: Self.pve1),
        Switch("sw1", connecting: Self.pve1),
      ])
    let ups = lab.impact(of: [ThingID("power-feed", "ups1")])
    #expect(ups.dies == [Self.pve2.id] && ups.degrades.map(\.thing) == [Self.pve1.id])
    #expect(lab.impact(of: [ThingID("switch", "sw1")]).dies == [Self.pve1.id])
  }

  @Test("a machine that looks names up at what runs on it is a ring, and a stated step makes it an exception")
  func names() throws {
    let cycle = try #require(Self.lab.bootstrapCycles.first)
    #expect(Self.lab.bootstrapCycles.count == 1 && cycle.cause == .names && cycle.thing == Self.pihole.id)
    #expect(
      cycle.path.map { "\($0.thing) \($0.words) \($0.other)" } == [
        "service 'pihole' runs on vm 'docker'", "vm 'docker' looks names up at service 'pihole'",
      ])
    let stated = Self.lab(with: Self.pihole.breakGlass("write 9.9.9.9 into resolv.conf"))
    #expect(stated.bootstrapCycles.map(\.breakGlass) == ["write 9.9.9.9 into resolv.conf"])
    let entry = try #require(stated.startOrder.waves.joined().first { $0.thing == Self.docker.id })
    #expect(entry.breakGlass.map(\.missing) == [Self.pihole.id])
    #expect(stated.startOrder.unordered.isEmpty)
  }

  @Test("a name server outside of the lab closes no ring")
  func namesOutside() {
    let lan = Network("lan", "10.0.0.0/16", dns: ["10.0.3.1", "9.9.9.9"])
    let things = Self.lab.things.map { $0.id == lan.id ? lan : $0 }
    #expect(ResolvedLab(name: "lab", domain: "lab.example", listed: things).bootstrapCycles.isEmpty)
  }

  @Test("a registry that pulls itself, a driver on its own volumes, a store of its own secrets are rings")
  func rings() {
    let frontend = Gate()
    let registry = Service("registry", in: Self.docker) { Container("registry.lab.example/registry:3.0.0", port: 5000) }
      .exposed(at: "registry.lab.example", through: frontend, nodePort: 30_500)
    let csi = Service("csi", in: Self.docker) { Container("csi:1", port: 9000) }
    let iscsi = StorageClass("iscsi", on: Self.tank, protocol: .iscsi).provisioned(by: csi)
    let vault = Service("vault", in: Self.docker) { Volume("data", .gib(1), on: iscsi) }.keepsSecrets()
    let git = Service("git", in: Self.docker).needsToStart(vault, because: "reads its key from")
      .needsToStart("registry.lab.example", because: "is built by")
    let lab = ResolvedLab(
      name: "lab", domain: "lab.example",
      listed: [
        Network("lan", "10.0.0.0/16"), Self.pve1, Self.nas, Self.shared, Self.docker, frontend, registry,
        csi.needsToStart(vault), iscsi, vault, git,
      ])
    #expect(lab.bootstrapCycles.map(\.thing.name) == ["registry", "csi", "vault"])
    #expect(lab.bootstrapCycles.first?.path.map(\.words) == ["pulls its images from"])
    #expect(lab.startOrder.unordered.map(\.name) == ["registry", "csi", "iscsi", "vault", "git"])
  }

  @Test("a shutdown is the start backwards: what waits for others goes before them")
  func shutdown() {
    let lab = Self.lab(with: Self.pihole.breakGlass("write 9.9.9.9 into resolv.conf"))
    let order = lab.startOrder.shutdown.flatMap { $0 }
    #expect(order.filter { $0 == Self.app.id || $0 == Self.db.id } == [Self.app.id, Self.db.id])
    #expect(lab.startOrder.starts(Self.nas, before: Self.tank))
  }

  @Test("a pair that one storage system takes down shares its fate")
  func sharedFate() {
    let pair = VIP(
      "pair", at: Self.lan["10.0.4.9"], between: Self.vm("a", on: Self.pve1, at: "10.0.4.1", store: Self.shared),
      Self.vm("b", on: Self.pve2, at: "10.0.4.2", store: Self.shared))
    let machines = [
      Self.vm("a", on: Self.pve1, at: "10.0.4.1", store: Self.shared),
      Self.vm("b", on: Self.pve2, at: "10.0.4.2", store: Self.shared),
    ]
    let lab = ResolvedLab(
      name: "lab", domain: "lab.example",
      listed: [Self.lan, Self.pve1, Self.pve2, Self.nas, Self.shared, pair] + machines)
    let fates = LabAnalysis(lab).sharedFates
    #expect(fates.map(\.cause) == [Self.nas.id])
    #expect(fates.first?.lost.map(\.name) == ["a", "b"])
  }

  @Test("things that the lab lacks, and rings of needs, end in an answer")
  func hostile() {
    let missing = ThingID("host", "nowhere")
    #expect(Self.lab.impact(of: [missing]).dies.isEmpty && !Self.lab.reaches(missing, Self.nas.id))
    var one = Piece(1), two = Piece(2)
    one.relations = [Relation(.needs, Piece.id(2)), Relation(.needs, Piece.id(9))]
    two.relations = [Relation(.needs, Piece.id(1))]
    one.redundancy = [RedundancyGroup("ghosts", of: [Piece.id(7)], required: 5)]
    let lab = ResolvedLab(name: "lab", domain: "lab.example", listed: [one, two])
    #expect(lab.startOrder.unordered.count == 2 && lab.bootstrapCycles.isEmpty)
    #expect(lab.reaches(one, one) && lab.impact(of: one).dies == [two.id])
  }

  @Test("a chain of 20,000 things is followed without running out of stack")
  func longChain() {
    let chain = (0..<20_000).map { number in
      var piece = Piece(number)
      if number > 0 { piece.relations = [Relation(.needs, Piece.id(number - 1))] }
      return piece
    }
    let lab = ResolvedLab(name: "lab", domain: "lab.example", listed: chain)
    #expect(lab.impact(of: [Piece.id(0)]).path(to: Piece.id(19_999)).count == 19_999)
    #expect(lab.startOrder.waves.count == 20_000)
  }
}

/// A load balancer that nobody configures.
struct Gate: Frontend {
  let id = ThingID("load-balancer", "gate")
  let vip = ImpactTests.lan["10.0.9.9"]
  let declared = SourceLocation(#fileID, #line)
  let members = [ImpactTests.docker.id]
  let endpoints: [Endpoint] = []
  var summary: String { "a gate" }
  var facts: [Fact] { [] }
}
