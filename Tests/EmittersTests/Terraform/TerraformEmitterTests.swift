import Blueprint
import Diagnostics
import Documents
import LabModel
import Testing

@testable import Emitters

@Suite("Terraform emitter")
struct TerraformEmitterTests {
  private func emit(_ machines: [MachineResource]) -> [String: Artifact] {
    var blueprint = Blueprint(for: ResolvedLab(name: "mini", domain: "lab.example", listed: []))
    blueprint.machines = machines
    var log = DiagnosticLog()
    let artifacts = TerraformEmitter().emit(blueprint, reporting: &log)
    #expect(log.diagnostics.isEmpty)
    return Dictionary(uniqueKeysWithValues: artifacts.map { ($0.path, $0) })
  }

  private func machine(vlan: Int? = nil, holdsState: Bool = true) -> MachineResource {
    MachineResource(
      owner: ThingID("vm", "web"), origin: SourceLocation("Mini/Mini.swift", 9), vmid: 101, node: "pve1",
      template: .init(vmid: 9000, node: "pve1"), cores: 2, memory: .gib(2), disk: .gib(20), datastore: "tank",
      address: NetworkAddress("192.168.10.5", on: ThingID("network", "lan"), prefix: 24), gateway: "192.168.10.1",
      dns: ["192.168.10.1"], domain: "lab.example", bridge: "vmbr0", vlan: vlan, account: "ops", tags: ["mini"],
      holdsState: holdsState)
  }

  @Test("a lab without virtual machines gets no Terraform")
  func nothing() {
    #expect(emit([]).isEmpty)
  }

  @Test("a lab with one gets four files in its folder")
  func files() {
    #expect(
      emit([machine()]).keys.sorted()
        == ["main", "outputs", "providers", "variables"].map { "terraform/mini/\($0).tf.json" })
  }

  @Test("every line of a machine leads back to its declaration")
  func origins() throws {
    let main = try #require(emit([machine()])["terraform/mini/main.tf.json"])
    let line = try #require(main.text.text.split(separator: "\n").firstIndex { $0.contains("\"vm_id\": 101") })
    #expect(main.text.origin(ofLine: line + 1) == SourceLocation("Mini/Mini.swift", 9))
  }

  @Test("a VLAN tag is written where the network has one, and only there", arguments: [nil, 20])
  func vlan(tag: Int?) throws {
    let main = try #require(emit([machine(vlan: tag)])["terraform/mini/main.tf.json"]).text.text
    #expect(main.contains("\"vlan_id\": 20") == (tag != nil))
  }

  @Test("every further interface gets a device and an address of its own, in one order, and no gateway")
  func interfaces() throws {
    var machine = machine()
    machine.mac = "bc:24:11:00:00:05"
    machine.mtu = 9000
    machine.moreInterfaces = [
      MachineResource.Interface(
        origin: SourceLocation("Mini/Mini.swift", 12),
        address: NetworkAddress("192.168.2.5", on: ThingID("network", "storage"), prefix: 24), bridge: "vmbr1",
        vlan: 30)
    ]
    let main = try #require(emit([machine])["terraform/mini/main.tf.json"]).text
    #expect(main.text.contains("\"mac_address\": \"BC:24:11:00:00:05\""))
    #expect(main.text.contains("\"mtu\": 9000"))
    #expect(main.text.ranges(of: "\"gateway\"").count == 1)
    let lines = main.text.split(separator: "\n")
    for needle in ["\"address\": \"192.168.2.5/24\"", "\"bridge\": \"vmbr1\"", "\"vlan_id\": 30"] {
      let line = try #require(lines.firstIndex { $0.contains(needle) })
      #expect(main.origin(ofLine: line + 1) == SourceLocation("Mini/Mini.swift", 12))
    }
  }

  @Test("a machine that holds state is kept from being destroyed", arguments: [true, false])
  func state(held: Bool) throws {
    let main = try #require(emit([machine(holdsState: held)])["terraform/mini/main.tf.json"]).text.text
    #expect(main.contains("\"prevent_destroy\": \(held)"))
  }

  @Test("no file has a token or a key")
  func secrets() {
    for artifact in emit([machine()]).values {
      #expect(!artifact.text.text.contains("api_token"))
      #expect(!artifact.text.text.contains("ssh-ed25519"))
    }
  }
}
