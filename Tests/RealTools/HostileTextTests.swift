import Blueprint
import Diagnostics
import Emitters
import Foundation
import LabModel
import Rackbook
import Testing

@Suite("Hostile text, read by the real tool")
struct HostileTextTests {
  static let texts = [
    "${file(\"/etc/passwd\")}", "%{ if true }x%{ endif }", "$${x}", "a\"b\\c", "line\nbreak", "tab\there",
    "'; rm -rf /",
    "\u{1F5A7} é", "</script>", "\u{7f}\u{1}",
  ]

  @Test("Terraform reads from its files exactly what the lab says", arguments: texts)
  func terraform(text: String) async throws {
    var blueprint = Blueprint(for: ResolvedLab(name: "hostile", domain: "lab.example", listed: []))
    blueprint.machines = [machine(with: text)]
    var log = DiagnosticLog()
    let emitter = TerraformEmitter()
    let tree = try Tree(emitter.emit(blueprint, reporting: &log))
    var verification = try #require(emitter.verifications(of: blueprint).first)
    verification.script += " -out plan\nterraform show -json plan > \"$BUILD/plan.json\""
    let build = tree.folder.path

    let outcome = await tree.outcome(of: verification, environment: ["BUILD": build])

    #expect(outcome == .accepted)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let read = try decoder.decode(Plan.self, from: tree.data("plan.json"))
    let values = try #require(read.plannedValues.rootModule.resources.first).values
    #expect(values.nodeName == text)
    #expect(values.tags == [text])
    #expect(values.disk.map(\.datastoreId) == [text])
    #expect(values.networkDevice.map(\.bridge) == [text])
    #expect(values.initialization.flatMap(\.userAccount).map(\.username) == [text])
    #expect(values.initialization.flatMap(\.dns).map(\.domain) == [text])
  }

  private func machine(with text: String) -> MachineResource {
    MachineResource(
      owner: ThingID("vm", "web"), origin: SourceLocation("Lab.swift", 1), vmid: 101, node: text,
      template: .init(vmid: 9000, node: text), cores: 2, memory: .gib(2), disk: .gib(20), datastore: text,
      address: NetworkAddress("192.168.10.5", on: ThingID("network", "lan"), prefix: 24), gateway: text, dns: [],
      domain: text, bridge: text, vlan: 10, account: text, tags: [text])
  }

  /// The part of `terraform show -json` that the test looks at.
  private struct Plan: Decodable {
    struct Values: Decodable {
      struct Disk: Decodable { var datastoreId: String }
      struct NetworkDevice: Decodable { var bridge: String }
      struct Account: Decodable { var username: String }
      struct DNS: Decodable { var domain: String }
      struct Initialization: Decodable {
        var userAccount: [Account]
        var dns: [DNS]
      }
      var nodeName: String
      var tags: [String]
      var disk: [Disk]
      var networkDevice: [NetworkDevice]
      var initialization: [Initialization]
    }
    struct Resource: Decodable { var values: Values }
    struct Module: Decodable { var resources: [Resource] }
    struct PlannedValues: Decodable { var rootModule: Module }
    var plannedValues: PlannedValues
  }
}
