import Diagnostics
import Documents
import LabModel
import Testing

@testable import Compiler

@Suite("What another version of Rackbook changes")
struct UpgradeTests {
  /// What an older Rackbook built of a lab: another version, and one VM with less of something.
  private func old(_ lab: TestLab = TestLab(), version: String = "0.0.9") throws -> BuildState {
    var state = lab.state
    var snapshot = try #require(state.snapshot)
    snapshot.rackbook = version
    let place = try #require(snapshot.things.firstIndex { $0.id == ThingID("vm", "lb2") })
    snapshot.things[place].resources[0].fields["cores"] = 3
    state.snapshot = snapshot
    return state
  }

  @Test("is everything, where the lab's values are as they were")
  func alone() throws {
    let plan = Plan(upgrading: try old(), to: TestLab().state)
    #expect(plan.things.map(\.id) == [ThingID("vm", "lb2")])
    #expect(plan.things.map(\.cause) == [.rackbook])
    #expect(plan.remarks.contains("Rackbook 0.0.9 -> \(rackbookVersion)."))
  }

  @Test("is nothing, where only the lab changed")
  func labOnly() throws {
    var changed = TestLab()
    changed.memory = .gib(16)
    let plan = Plan(upgrading: TestLab().state, to: changed.state)
    #expect(plan.things.isEmpty)
    #expect(Plan(from: TestLab().state, to: changed.state).things.map(\.cause) == [.lab])
    #expect(plan.remarks.joined().contains("see plan"))
  }

  @Test("is not told from the lab's own changes, where things that changed have to do with each other")
  func both() throws {
    var changed = TestLab()
    changed.memory = .gib(16)
    let plan = Plan(upgrading: try old(), to: changed.state)
    #expect(plan.things.isEmpty)
    #expect(Plan(from: try old(), to: changed.state).things.map(\.cause) == [.either, .either])
    #expect(plan.remarks.joined().contains("of 2 things nobody can say"))
  }

  @Test("is told for certain of what has nothing to do with a changed value")
  func apart() throws {
    var state = TestLab().state
    var before = try #require(state.snapshot)
    before.rackbook = "0.0.9"
    let island = Snapshot.Thing(
      id: ThingID("network", "island"), summary: "10.0.0.0/24", origin: "A/B.swift:1", values: "1", relations: [],
      facts: ["cidr": "10.0.0.0/24"], places: [], resources: [])
    before.things.append(island)
    state.snapshot = before
    var changed = TestLab()
    changed.memory = .gib(16)
    var now = changed.state
    now.snapshot?.things.append(island)
    now.snapshot?.things[before.things.count - 1].facts = ["cidr": "10.0.0.0/16"]
    let plan = Plan(upgrading: state, to: now)
    #expect(plan.things.map(\.id) == [ThingID("network", "island")])
    #expect(plan.remarks.joined().contains("of 1 things"))
  }
}
