import Blueprint
import Compiler
import Diagnostics
import Documents
import LabLanguage
import LabModel
import Testing

private let lan = Network("lan", "192.168.1.0/24", gateway: "192.168.1.1", dns: ["192.168.1.1"])
private let pve = ProxmoxHost("pve", at: lan["192.168.1.10"], cores: 8, memory: .gib(32))
private let local = Datastore("local-lvm")
private let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
/// It breaks RB0205: more cores than its host.
private let docker = VM(
  "docker", id: 101, on: pve, at: lan["192.168.1.20"], cores: 12, memory: .gib(8), disk: .gib(64), store: local,
  from: debian)
private let today = CalendarDate(daysSince1970: 20_780)

private func compiled(_ listed: any Component..., on day: CalendarDate = today) -> Compilation {
  let all = [lan, pve, local, debian, docker] + listed
  return compile(ResolvedLab(name: "home", domain: "home.arpa", listed: all), today: day)
}

extension Compilation {
  fileprivate var codes: [String] { diagnostics.map(\.code).sorted() }
}

@Suite("Waivers and rules of one's own")
struct WaiverTests {
  @Test("without a waiver the error stands")
  func control() {
    #expect(today.description == "2026-11-23")
    #expect(compiled().codes == ["RB0205"] && !compiled().isAccepted)
  }

  @Test("a waived error is a note that names the reason, and files are made")
  func waived() throws {
    let waiver = Waiver("RB0205", for: docker, until: "2027-03-01", because: "the new board comes in February")
    let compilation = compiled(waiver)
    let finding = try #require(compilation.diagnostics.first)
    #expect(compilation.isAccepted && compilation.codes == ["RB0205"] && finding.severity == .note)
    #expect(finding.notes.last?.text == "waived until 2027-03-01: the new board comes in February")
    #expect(finding.notes.last?.location == waiver.declared)
  }

  @Test("a waiver for no thing is one for all")
  func everywhere() {
    #expect(compiled(Waiver("RB0205", until: "2027-03-01", because: "all boards are old")).isAccepted)
  }

  @Test("on its last day a waiver holds, the day after it is an error beside what it waived")
  func expiry() {
    let waiver = Waiver("RB0205", for: docker, until: "2026-11-23", because: "a test")
    #expect(compiled(waiver).codes == ["RB0205", "RB0990"] && compiled(waiver).isAccepted)
    let after = compiled(waiver, on: CalendarDate(daysSince1970: today.daysSince1970 + 1))
    #expect(after.codes == ["RB0205", "RB0988"])
    #expect(after.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test("no file depends on the day")
  func deterministic() {
    let waiver = Waiver("RB0205", for: docker, until: "2026-12-01", because: "a test")
    let soon = compiled(waiver)
    let long = compiled(waiver, on: CalendarDate(daysSince1970: 20_000))
    #expect(soon.codes == ["RB0205", "RB0990"] && long.codes == ["RB0205"])
    #expect(soon.artifacts.map(\.path) == long.artifacts.map(\.path))
    #expect(soon.artifacts.map(\.text) == long.artifacts.map(\.text))
  }

  @Test("a waiver that waives nothing is a warning, and says what the rule is found about")
  func idle() throws {
    let waiver = Waiver("RB0205", for: pve, until: "2027-03-01", because: "a test")
    let compilation = compiled(waiver)
    #expect(compilation.codes == ["RB0205", "RB0989"])
    let finding = try #require(compilation.diagnostics.first { $0.code == "RB0989" })
    #expect(finding.severity == .warning && finding.location == waiver.declared)
    #expect(finding.notes.map(\.text) == ["RB0205 is found about vm 'docker'"])
  }

  @Test(
    "a waiver that cannot hold is an error on its line",
    arguments: [
      (Waiver("RB9999", until: "2027-03-01", because: "a test"), "RB0985"),
      (Waiver("RB0110", until: "2027-03-01", because: "a test"), "RB0986"),
      (Waiver("RB0205", until: "2027-02-29", because: "a test"), "RB0987"),
      (Waiver("RB0205", until: "soon", because: "a test"), "RB0987"),
      (Waiver("RB0205", until: "2027-03-01", because: " "), "RB0993"),
    ])
  func wrong(waiver: Waiver, code: String) {
    let compilation = compiled(waiver)
    #expect(compilation.codes == ["RB0205", code])
    #expect(compilation.diagnostics.first { $0.code == code }?.location == waiver.declared)
  }

  @Test("waivers and policies are no things of the lab")
  func noThings() {
    let lab = compiled(Waiver("RB0205", until: "2027-03-01", because: "a test"), Self.policy).lab
    #expect(lab.things.count == 5 && lab.waivers.count == 1 && lab.policies.count == 1)
  }

  private static let policy = Policy(
    "HOME001", .error, "a machine has a short name", why: "It is typed often.", remedy: "Shorten it."
  ) { lab, rule in
    lab.all((any Machine).self).filter { $0.name.count > 4 }.map {
      rule.diagnostic(about: $0.id, "\($0.id) has a long name")
    }
  }

  @Test("a policy finds what breaks it, with its place, and can be waived like any other rule")
  func policies() throws {
    let board = Waiver("RB0205", for: docker, until: "2027-03-01", because: "a test")
    let broken = compiled(board, Self.policy)
    #expect(broken.codes == ["HOME001", "RB0205"] && !broken.isAccepted)
    #expect(broken.diagnostics.first { $0.code == "HOME001" }?.location == docker.declared)
    let name = Waiver("HOME001", for: docker, until: "2027-03-01", because: "it is called so by everyone")
    let waived = compiled(board, name, Self.policy)
    #expect(waived.isAccepted)
    let page = try #require(waived.artifacts.first { $0.path == "portal/diagnostic/HOME001.html" })
    #expect(page.text.text.contains("a machine has a short name"))
    let byHand = try #require(waived.artifacts.first { $0.path == "portal/by-hand.html" }).text.text
    #expect(byHand.contains("it is called so by everyone") && byHand.contains("2027-03-01"))
    #expect(rules(of: waived.lab).contains { $0.code == "HOME001" })
  }

  @Test(
    "a code of one's own has a prefix of its own and stands for one rule",
    arguments: [
      ("RB0205", "RB0991"), ("RB7777", "RB0991"), ("HOME", "RB0991"), ("home1", "RB0991"), ("HOME001", "RB0992"),
    ])
  func codes(code: String, raised: String) {
    let other = Policy(code, .warning, "another rule", why: "A test.", remedy: "None.") { _, _ in [] }
    let board = Waiver("RB0205", for: docker, until: "2027-03-01", because: "a test")
    let name = Waiver("HOME001", for: docker, until: "2027-03-01", because: "a test")
    #expect(compiled(board, name, Self.policy, other).codes == ["HOME001", "RB0205", raised])
  }
}

@Suite("Days of the calendar")
struct CalendarDateTests {
  @Test("every day from 1 to 9999 has one number and one way to be written")
  func roundTrip() {
    for days in stride(from: -719_162, through: 2_932_896, by: 97) {
      let date = CalendarDate(daysSince1970: days)
      #expect(date.daysSince1970 == days && CalendarDate(date.description) == date)
    }
    #expect(CalendarDate(daysSince1970: 0).description == "1970-01-01")
    #expect(CalendarDate("2024-02-29")?.daysSince1970 == 19_782)
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "", "2027", "2027-3-1", "2027-13-01", "2027-00-10", "2027-04-31", "2100-02-29", "+027-03-01", "2027-03-01 ",
    ])
  func refused(text: String) {
    #expect(CalendarDate(text) == nil)
  }
}
