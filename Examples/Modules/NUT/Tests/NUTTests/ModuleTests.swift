import NUT
import RackbookTesting
import Testing

@testable import Attic

@Suite("A system from a package of its own")
struct ModuleTests {
  static let compilation = Attic().compiled(withPortal: true)

  @Test("the lab that uses it compiles without a word")
  func compiles() {
    #expect(Self.compilation.isAccepted)
    #expect(Self.compilation.diagnostics.map(\.message) == [])
  }

  @Test("its files lie where the roles of its machines copy them from, every line with its origin")
  func files() throws {
    let monitor = try #require(
      Self.compilation.artifact("ansible/roles/rack_ups_clients/files/etc/nut/upsmon.conf.in"))
    #expect(monitor.text.text.contains("MONITOR rack-ups@192.168.20.10 1 upsmon \"@PASSWORD@\" secondary"))
    #expect(monitor.text.origins.allSatisfy { $0 == ups.declared })
    let apply = try #require(
      Self.compilation.artifact("ansible/roles/rack_ups_server/files/usr/local/sbin/rackbook-nut-apply"))
    #expect(apply.isExecutable)
  }

  @Test("one playbook has both of its roles, and the lab's patch changes the second")
  func playbook() {
    #expect(Self.compilation.value(at: "/0/hosts", of: "ansible/ups-rack-ups.yml") == .string("rack_ups_server"))
    #expect(Self.compilation.value(at: "/1/hosts", of: "ansible/ups-rack-ups.yml") == .string("rack_ups_clients"))
    #expect(Self.compilation.value(at: "/1/serial", of: "ansible/ups-rack-ups.yml") == .int(1))
  }

  @Test("its alerts lead to its runbooks, which travel inside the binary")
  func runbooks() throws {
    let rules = try #require(Self.compilation.text(of: "prometheus/rules/ups-rack-ups.yml"))
    #expect(rules.contains("alert: PowerIsOut") && rules.contains("runbook: rack-ups/power-is-out"))
    let runbook = try #require(Self.compilation.runbook("rack-ups/power-is-out"))
    #expect(runbook.title == "The power is out" && runbook.summary.contains("rack-ups"))
    #expect(Self.compilation.artifact("runbooks/rack-ups/power-is-out.json") != nil)
  }

  @Test("it has a page in the portal, and the search finds it by name, symptom and code")
  func portal() throws {
    let page = try #require(Self.compilation.text(of: "portal/ups/rack-ups.html"))
    #expect(page.contains("power supply of store, node1, node2") && page.contains("PowerIsOut"))
    #expect(Self.compilation.text(of: "portal/ups/index.html")?.contains("Power supplies") == true)
    let search = try #require(Self.compilation.text(of: "portal/search-index.js"))
    #expect(["rack-ups", "the UPS beeps", "NUT002"].allSatisfy(search.contains))
    #expect(Self.compilation.text(of: "portal/diagnostic/NUT002.html")?.contains("runs on another machine") == false)
  }

  @Test("its codes are explained beside those of Rackbook, and so are the lab's own")
  func codes() {
    let codes = Set(rules(of: Attic().resolved).map(\.code))
    #expect(codes.isSuperset(of: ["NUT001", "NUT002", "NUT003", "ATTIC001", "RB0101"]))
  }

  @Test(
    "each of its rules finds what its bad example breaks, and nothing in the good one",
    arguments: UPS.descriptor.checks.indices)
  func checks(index: Int) {
    let check = UPS.descriptor.checks[index]
    let found = compile(check.bad()).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.code) == [check.rule.code])
    #expect(found.allSatisfy { $0.location != nil })
    #expect(compile(check.good()).isAccepted)
  }

  @Test("no secret stands in any file")
  func secrets() {
    #expect(Self.compilation.blueprint?.secrets.map(\.reference.description) == ["attic/ups#password"])
  }
}
